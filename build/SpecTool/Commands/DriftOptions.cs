using System.CommandLine;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Drift.Live;
using Valentina.SpecTool.Drift.Reports;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Commands;

/// <summary>The options of <c>spectool drift</c>.</summary>
internal sealed class DriftOptions
{
    public DriftOptions()
    {
        Format.AcceptOnlyFromAmong([.. ReportFormat.Names]);
        Api.AcceptOnlyFromAmong([.. ApiList.Names, "all"]);
    }

    public Option<string?> Base { get; } = new("--base")
    {
        Description = "The contract the SDK was made from: a file or URL. Without it, the pinned document of the API that --head describes."
    };

    public Option<string?> Head { get; } = new("--head") { Description = "The contract as it stands: a file or URL." };

    public Option<bool> Live { get; } = new("--live")
    {
        Description = "Compare the pinned documents with those the running services serve."
    };

    public Option<bool> Release { get; } = new("--release")
    {
        Description = "Compare the prepared documents with those of the last release; a break demands a new major version of the package."
    };

    public Option<string?> Options { get; } = new("--options") { Description = "Compare every enum of the SDK with the values the running server offers, or with a recorded answer of its options endpoint.", Arity = ArgumentArity.ZeroOrOne };

    public Option<string[]> Answers { get; } = new("--answers") { Description = "Hold recorded answers (files with one exchange a line), or those of the running services, against the prepared documents.", Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = true };

    public Option<string> Api { get; } = new("--api")
    {
        Description = $"Which API: {string.Join(", ", ApiList.Names)} or all. For --base and --head told by the document's title.",
        DefaultValueFactory = _ => "all"
    };

    public Option<string> Format { get; } = new("--format")
    {
        Description = "text, json, markdown, junit or github.",
        DefaultValueFactory = _ => "text"
    };

    public Option<string?> Output { get; } = new("--output") { Description = "The file the report is written to instead of the console." };

    public Option<FailOn> FailOn { get; } = new("--fail-on")
    {
        Description = "The level from which on the exit code is 1: breaking, warning or any.",
        DefaultValueFactory = _ => Drift.Running.FailOn.Breaking
    };

    public Option<string?> Accept { get; } = new("--accept")
    {
        Description = "The file of accepted findings, such as openapi/drift-accepted.json."
    };

    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Tell changes of mere words too." };

    public Option<bool> NoOverlay { get; } = new("--no-overlay")
    {
        Description = "Compare the documents as they are, without our corrections."
    };

    public Option<string?> Today { get; } = new("--today")
    {
        Description = "The day deprecations and acceptances are measured against, such as 2027-01-31."
    };

    /// <summary>Where each service runs, by the short name of its API.</summary>
    public IReadOnlyDictionary<string, Option<string?>> Addresses { get; } = LiveAddresses.Known.ToDictionary(
        api => api.Name,
        api => new Option<string?>(api.AddressOption!) { Description = $"Where the service '{api.Name}' runs; without it {api.Address}." });

    public Option<int> Timeout { get; } = new("--timeout")
    {
        Description = "How many seconds an answer may take.",
        DefaultValueFactory = _ => 30
    };

    public Option<string?> Folder { get; } = new("--folder")
    {
        Description = "The folder openapi; without it, the one of the repository around the current folder."
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])
        [
            Base, Head, Live, Release, Options, Answers, Api, Format, Output, FailOn, Accept, Verbose, NoOverlay, Today,
            .. Addresses.Values, Timeout, Folder,
        ])
        {
            command.Add(option);
        }
    }
}
