using System.Reflection;
using System.Text.Json.Nodes;
using Valentina.Services;
using Valentina.SpecTool.Coverage.Probing;

namespace Valentina.Client.Tests.Services;

/// <summary>All services over a recorder, and the contract they are measured by.</summary>
internal sealed class Probed
{
    private static readonly Lazy<ContractIndex> Prepared = new(() => ContractIndex.Of(
        JsonNode.Parse(Resource("prepared/valentina.json"))!.AsObject()));

    private Probed(Recorder recorder, ValentinaClient client, IReadOnlyCollection<object> services)
    {
        Recorder = recorder;
        Client = client;
        Services = services;
    }

    /// <summary>The prepared contract of Valentina Noir.</summary>
    public static ContractIndex Contract => Prepared.Value;

    /// <summary>Which operation each method is, as written down in <c>operations.txt</c>.</summary>
    public static IReadOnlyDictionary<string, string> Operations { get; } = Resource("operations.txt")
        .Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);

    public Recorder Recorder { get; }

    public ValentinaClient Client { get; }

    public IReadOnlyCollection<object> Services { get; }

    /// <summary>Every method with its twin.</summary>
    public IEnumerable<ServiceMethod> Methods => Services.SelectMany(ServiceMethod.Of);

    /// <summary>Services that act as a user in a company.</summary>
    public static Probed Make()
    {
        var recorder = new Recorder(Contract);
        var client = new ValentinaClient(
            new ValentinaOptions { BaseUrl = "http://probe.invalid", ApiKey = "probe-key", SetAsDefault = false, MaxRetries = 0 },
            recorder);
        var acting = client.ForCompany(Arguments.Id("companyId")).ActingAs(Arguments.Id("actingUserId"));
        return new Probed(recorder, client, ServiceGraph.Explore([acting, client], typeof(ValentinaService), Arguments.Id));
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
