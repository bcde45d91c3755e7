using System.Globalization;
using System.Text;

namespace Valentina.Testing;

/// <summary>Which operations a fake was asked for, and with which outcomes.</summary>
public sealed class FakeCoverage
{
    internal FakeCoverage(string service, IReadOnlyList<FakeRoute> routes, IReadOnlyList<FakeCall> calls)
    {
        Service = service;
        var statuses = calls
            .Where(call => call.Route is not null)
            .GroupBy(call => call.Route!)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<int>)[.. group.Select(call => call.Status).Distinct().Order()]);
        Called = statuses;
        Missing = [.. routes.Where(route => !statuses.ContainsKey(route))];
        Total = routes.Count;
    }

    /// <summary>The service.</summary>
    public string Service { get; }

    /// <summary>How many operations the contract has.</summary>
    public int Total { get; }

    /// <summary>The operations called, each with the statuses answered.</summary>
    public IReadOnlyDictionary<FakeRoute, IReadOnlyList<int>> Called { get; }

    /// <summary>The operations nobody called.</summary>
    public IReadOnlyList<FakeRoute> Missing { get; }

    /// <summary>A line for each operation, then the sum: <c>Valentina Noir 12/166</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (route, statuses) in Called.OrderBy(pair => pair.Key.OperationId, StringComparer.Ordinal))
        {
            text.Append(route.OperationId).Append(": ").AppendJoin(", ", statuses).AppendLine();
        }

        foreach (var route in Missing)
        {
            text.Append(route.OperationId).AppendLine(": not called");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{Service} {Called.Count}/{Total}").ToString();
    }
}
