using System.Reflection;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Coverage.Probing;

namespace Valentina.SpecTool.Coverage;

/// <summary>The services of one API over a recorder.</summary>
internal sealed record Probe(string Name, ContractIndex Contract, Recorder Recorder, IReadOnlyCollection<object> Services)
{
    /// <summary>
    /// The services of an API: where its client has companies, every service that the client and its scopes lead to, acting as a user;
    /// otherwise the client alone.
    /// </summary>
    /// <param name="client">The client assembly.</param>
    /// <param name="api">The API; it has a client.</param>
    /// <param name="contract">Its operations.</param>
    public static Probe Of(Assembly client, ApiEntry api, ContractIndex contract)
    {
        var recorder = new Recorder(contract);
        dynamic options = MakeOptions(client, api.Client![..^"Client".Length] + "Options");
        if (api.Company is null)
        {
            return new Probe(api.Title, contract, recorder, [MakeClient(client, api.Client, options, recorder)]);
        }

        options.SetAsDefault = false;
        dynamic root = MakeClient(client, api.Client, options, recorder);
        object scope = root.ForCompany(Arguments.Id("companyId")).ActingAs(Arguments.Id("actingUserId"));
        return new Probe(api.Title, contract, recorder, ServiceGraph.Explore(
            [scope, (object)root],
            client.GetType($"{api.Namespace}.Services.{api.Profile}Service", throwOnError: true)!,
            Arguments.Id));
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
