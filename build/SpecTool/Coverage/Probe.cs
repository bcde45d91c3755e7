using System.Reflection;
using Valentina.SpecTool.Coverage.Probing;

namespace Valentina.SpecTool.Coverage;

/// <summary>The services of one API over a recorder.</summary>
internal sealed record Probe(string Name, ContractIndex Contract, Recorder Recorder, IReadOnlyCollection<object> Services)
{
    /// <summary>Valentina Noir: every service that the client and its scopes lead to, acting as a user.</summary>
    public static Probe Noir(Assembly client, ContractIndex contract)
    {
        var recorder = new Recorder(contract);
        dynamic options = MakeOptions(client, "Valentina.ValentinaOptions");
        options.SetAsDefault = false;
        dynamic root = MakeClient(client, "Valentina.ValentinaClient", options, recorder);
        object scope = root.ForCompany(Arguments.Id("companyId")).ActingAs(Arguments.Id("actingUserId"));
        return new Probe("noir", contract, recorder, ServiceGraph.Explore(
            [scope, (object)root], client.GetType("Valentina.Services.ValentinaService", throwOnError: true)!, Arguments.Id));
    }

    /// <summary>The Claude Code API: the client is the only service.</summary>
    public static Probe ClaudeCode(Assembly client, ContractIndex contract)
    {
        var recorder = new Recorder(contract);
        return new Probe("claude-code", contract, recorder, [MakeClient(
            client, "Valentina.ClaudeCode.ClaudeCodeClient", MakeOptions(client, "Valentina.ClaudeCode.ClaudeCodeOptions"), recorder)]);
    }

    private static object MakeOptions(Assembly client, string type)
    {
        dynamic options = Activator.CreateInstance(client.GetType(type, throwOnError: true)!)!;
        options.BaseUrl = "http://probe.invalid";
        options.ApiKey = "probe";
        options.MaxRetries = 0;
        return options;
    }

    private static object MakeClient(Assembly client, string type, object options, HttpMessageHandler handler)
        => Activator.CreateInstance(client.GetType(type, throwOnError: true)!, options, handler, null, null)!;
}
