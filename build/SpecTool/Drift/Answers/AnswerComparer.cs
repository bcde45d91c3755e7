using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Model;
using Valentina.Testing;
using Valentina.Testing.Contract;

namespace Valentina.SpecTool.Drift.Answers;

/// <summary>Holds what a server really answers against the contract: statuses, media types, members, nulls, types and values.</summary>
public sealed partial class AnswerComparer
{
    private readonly Dictionary<(string Method, string Path), Operation> _operations;
    private readonly ContractRouter _router;
    private readonly SchemaCompiler _compiler;
    private readonly JsonObject _root;
    private readonly FindingCollector _findings;
    private readonly Dictionary<string, ContractSchema> _schemas = new(StringComparer.Ordinal);

    /// <summary>Starts a comparison.</summary>
    /// <param name="prepared">The prepared document.</param>
    /// <param name="contract">The same document, read.</param>
    /// <param name="map">Which SDK methods call which operation.</param>
    public AnswerComparer(JsonObject prepared, Contract contract, SdkMap map)
    {
        ArgumentNullException.ThrowIfNull(contract);
        _root = prepared;
        _compiler = new SchemaCompiler(prepared);
        _router = ContractDocument.Parse(prepared).Router;
        _operations = contract.Operations.ToDictionary(operation => (operation.Method, operation.Path));
        _findings = new FindingCollector(map);
    }

    /// <summary>How many answers were held against the contract.</summary>
    public int Compared { get; private set; }

    /// <summary>How many exchanges were for no operation of the contract.</summary>
    public int Foreign { get; private set; }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Finding> Findings => _findings.Sorted(texts: true);

    /// <summary>Holds one answer against the contract.</summary>
    /// <param name="exchange">The exchange.</param>
    public void Add(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (_router.Match(exchange.Method, exchange.Path).Operation is not { } match
            || exchange.Path.EndsWith('/') != match.Path.EndsWith('/')
            || !_operations.TryGetValue((match.Method, match.Path), out var operation))
        {
            Foreign++;
            return;
        }

        Compared++;
        var status = exchange.Status.ToString(CultureInfo.InvariantCulture);
        var key = operation.Responses.ContainsKey(status) ? status
            : operation.Responses.ContainsKey($"{status[0]}XX") ? $"{status[0]}XX"
            : exchange.Status >= 400 && operation.Responses.ContainsKey("default") ? "default"
            : null;
        if (key is null)
        {
            Report("answer-status-undeclared", operation, $"/{status}", null, status, operation.SdkName ?? operation.Address);
            return;
        }

        CompareContent(exchange, operation, operation.Responses[key], status);
    }

    [GeneratedRegex("/[0-9]+(?=/|$)")]
    private static partial Regex Index();

    private static string RuleOf(ContractViolation violation) => violation.Rule switch
    {
        "additionalProperties" => "answer-member-undeclared",
        "required" => "answer-member-missing",
        "enum" => "answer-value-undeclared",
        "type" when violation.Message.EndsWith("got `null`", StringComparison.Ordinal) => "answer-null-undeclared",
        "type" or "format" => "answer-type-undeclared",
        _ => "answer-limit-exceeded",
    };

    /// <summary>What is wrong, without the value: an answer may hold an e-mail address or a name.</summary>
    private static string Words(ContractViolation violation)
        => violation.Rule == "format" ? violation.Message.Split(':')[0] : violation.Message;

    private void CompareContent(Exchange exchange, Operation operation, Response response, string status)
    {
        if (!exchange.HasBody || (response.Content.Count == 0 && exchange.MediaType.Length == 0))
        {
            return;
        }

        if (!response.Content.TryGetValue(exchange.MediaType, out var media))
        {
            Report(
                "answer-media-type-undeclared", operation, $"/{status}", string.Join(", ", response.Content.Keys), exchange.MediaType,
                operation.SdkName ?? operation.Address);
            return;
        }

        if (!exchange.MediaType.Contains("json", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var violation in SchemaValidator.Validate(Schema(media.Pointer), exchange.Body, Strictness.Closed))
        {
            // One finding for all elements of a list: which of them it was does not matter.
            var place = Index().Replace(violation.Pointer, "/*");
            var subject = $"{place} in the {status} answer of {operation.SdkName}";
            Report(RuleOf(violation), operation, $"/{status}{place}", null, Words(violation), subject);
        }
    }

    private ContractSchema Schema(string media)
    {
        if (!_schemas.TryGetValue(media, out var schema))
        {
            _schemas[media] = schema = _compiler.Compile(Pointers.Find(_root, media)!["schema"]);
        }

        return schema;
    }

    private void Report(string rule, Operation operation, string place, string? old, string? now, string subject) => _findings.Add(
        new Change(rule, $"{operation.Pointer}/responses{place}", $"{operation.Pointer}/responses{place}", old, now, subject),
        [operation]);
}
