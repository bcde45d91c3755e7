using static Valentina.SpecTool.Drift.Rules.Verdict;

namespace Valentina.SpecTool.Drift.Rules;

/// <summary>
/// Every kind of change the tool tells apart. Ids are oasdiff's where it has one. The wire verdict asks whether a shipped
/// client still works, the SDK verdict whether a user's code still compiles and behaves once the SDK is regenerated.
/// </summary>
public static partial class ChangeRules
{
    private static readonly Dictionary<string, ChangeRule> RulesById =
        ((IEnumerable<ChangeRule>)[
            .. Operations(), .. Parameters(), .. Bodies(), .. Answers(), .. Schemas(), .. Limits(), .. Document(), .. Running(), .. Tool()
        ])
        .ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All rules, by change class and id.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
        [.. RulesById.Values.OrderBy(rule => rule.Class).ThenBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule with an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static ChangeRule ById(string id)
        => RulesById.TryGetValue(id, out var rule) ? rule : throw new ArgumentException($"There is no rule '{id}'.", nameof(id));

    private static IEnumerable<ChangeRule> Operations()
        => [
            new(
                "api-path-removed-without-deprecation", 1, Breaking, Breaking,
                "{0} is gone: calls answer 404, and code calling it no longer compiles."),
            new("api-path-removed-before-sunset", 1, Breaking, Breaking, "{0} is gone before the day it was promised until."),
            new("api-path-removed-with-deprecation", 1, Warning, Warning, "{0} is gone, as its deprecation had announced."),
            new(
                "api-removed-without-deprecation", 2, Breaking, Breaking,
                "{0} is gone: calls answer 404 or 405, and code calling it no longer compiles."),
            new("api-removed-before-sunset", 2, Breaking, Breaking, "{0} is gone before the day it was promised until."),
            new("api-removed-with-deprecation", 2, Warning, Warning, "{0} is gone, as its deprecation had announced."),
            new(
                "endpoint-added", 3, Compatible, Warning,
                "A new operation: {0} wants a line in the facade, and coverage fails until it has one."),
            new("api-operation-id-removed", 4, Compatible, Breaking, "{0} gets another name in C#."),
            new("api-operation-id-added", 4, Compatible, Breaking, "{0} gets another name in C#."),
            new(
                "operation-id-changed-name-kept", 4, Compatible, Compatible,
                "{0} keeps its name in C#; only telemetry shows another operation id."),
            new("api-tag-removed", 5, Compatible, Breaking, "{0} moves to another raw client."),
            new("api-tag-added", 5, Compatible, Breaking, "{0} moves to another raw client."),
            new("endpoint-deprecated", 7, Compatible, Warning, "{0} is marked [Obsolete]: callers get a compiler warning."),
            new("endpoint-reactivated", 7, Compatible, Compatible, "{0} is no longer marked [Obsolete]."),
            new("api-security-added", 45, Breaking, Breaking, "{0} now refuses callers without credentials."),
            new("api-security-removed", 45, Compatible, Warning, "{0} no longer asks for credentials."),
            new("api-security-updated", 45, Breaking, Breaking, "{0} no longer accepts the credentials the SDK sends."),
            new("api-security-alternative-added", 45, Compatible, Compatible, "{0} accepts one more kind of credentials."),
            new("api-security-scope-added", 45, Breaking, Breaking, "{0} asks for a permission that keys in use may lack."),
            new("api-security-scope-removed", 45, Compatible, Warning, "{0} asks for one permission less."),
        ];

    private static IEnumerable<ChangeRule> Parameters()
        => [
            new(
                "new-required-request-parameter", 8, Breaking, Breaking,
                "Calls without {0} are refused, and the method gets a required argument.")
            {
                HeaderMeaning = "Calls without the header {0} are refused, and nothing in a shipped client sends it."
            },
            new(
                "new-optional-request-parameter", 9, Compatible, Warning,
                "The method gets an optional argument {0}; positional arguments after it move.")
            {
                HeaderMeaning = "The server heeds a header {0}; RequestOptions.Headers can carry it until the SDK does."
            },
            new(
                "request-parameter-order-changed", 10, Compatible, Breaking,
                "Positional arguments swap places without a compiler error: {0}."),
            new("path-parameter-order-changed", 10, Breaking, Breaking, "The ids in the path swap places: {0}."),
            new(
                "path-parameter-renamed", 10, Compatible, Warning,
                "The argument {0} has another name; calls that name it no longer compile."),
            new("request-parameter-removed", 11, Warning, Breaking, "The server ignores {0}, and code passing it no longer compiles.")
            {
                HeaderMeaning = "The server no longer heeds the header {0}."
            },
            new(
                "request-parameter-became-required", 12, Breaking, Breaking,
                "Calls without {0} are refused, and the argument loses its default.")
            {
                HeaderMeaning = "Calls without the header {0} are refused."
            },
            new("request-parameter-became-optional", 13, Compatible, Warning, "The argument {0} becomes nullable with a default.")
            {
                HeaderMeaning = "The header {0} may be left out."
            },
            new("request-parameter-in-changed", 14, Breaking, Compatible, "Shipped clients send {0} where the server no longer looks."),
            new(
                "request-parameter-style-changed", 16, Breaking, Compatible,
                "Shipped clients write the list {0} in a form the server no longer reads."),
            new(
                "request-parameter-explode-changed", 16, Breaking, Compatible,
                "Shipped clients write the list {0} in a form the server no longer reads."),
            new("request-parameter-became-allow-reserved", 16, Compatible, Compatible, "Reserved characters in {0} may travel unescaped."),
            new("request-parameter-became-not-allow-reserved", 16, Breaking, Compatible, "Reserved characters in {0} must be escaped."),
            new("request-parameter-deprecated", 7, Compatible, Warning, "The argument {0} is on its way out."),
            new("request-parameter-reactivated", 7, Compatible, Compatible, "The argument {0} stays after all."),
            new("request-parameter-became-enum", 15, Breaking, Breaking, "{0} accepts only listed values, and its C# type changes."),
            new("request-parameter-became-not-enum", 15, Compatible, Breaking, "{0} accepts any text, and its C# type changes."),
        ];

    private static IEnumerable<ChangeRule> Bodies()
        => [
            new("request-body-became-required", 28, Breaking, Breaking, "A call of {0} without a body is refused."),
            new("request-body-became-optional", 28, Compatible, Warning, "The body argument of {0} becomes optional."),
            new(
                "request-body-added-required", 28, Breaking, Breaking,
                "{0} now needs a body: shipped calls are refused, and the method gets an argument."),
            new("request-body-added-optional", 28, Compatible, Warning, "{0} accepts a body."),
            new("request-body-removed", 28, Warning, Breaking, "{0} no longer takes a body: what callers put there has no effect."),
            new("request-body-media-type-removed", 28, Breaking, Breaking, "{0} no longer reads the form shipped clients write."),
            new("request-body-media-type-added", 28, Compatible, Compatible, "{0} reads one more form of body."),
            new(
                "new-required-request-property", 22, Breaking, Breaking,
                "Requests without {0} are refused, and it must be set on every new object."),
            new(
                "new-required-request-property-with-default", 22, Breaking, Breaking,
                "Requests without {0} are invalid, although the server names a default."),
            new("new-optional-request-property", 23, Compatible, Compatible, "{0} can be sent."),
            new("request-property-removed", 24, Warning, Breaking, "The server ignores {0}, and code setting it no longer compiles."),
            new("request-property-became-required", 25, Breaking, Breaking, "Requests without {0} are refused."),
            new(
                "request-property-became-required-with-default", 25, Breaking, Breaking,
                "Requests without {0} are invalid, although the server names a default."),
            new("request-property-became-optional", 25, Compatible, Warning, "{0} may be left out; its C# type becomes nullable."),
            new(
                "request-optional-property-became-read-only", 47, Warning, Breaking,
                "{0} leaves the request model; the server ignores it."),
            new(
                "request-required-property-became-read-only", 47, Warning, Breaking,
                "{0} leaves the request model; the server ignores it."),
            new("request-optional-property-became-not-read-only", 47, Warning, Breaking, "{0} enters the request model."),
            new("request-required-property-became-not-read-only", 47, Warning, Breaking, "{0} enters the request model and must be set."),
            new("request-optional-property-became-write-only", 47, Compatible, Compatible, "{0} is only for requests."),
            new("request-required-property-became-write-only", 47, Compatible, Compatible, "{0} is only for requests."),
            new("request-optional-property-became-not-write-only", 47, Compatible, Compatible, "{0} is no longer only for requests."),
            new("request-required-property-became-not-write-only", 47, Compatible, Compatible, "{0} is no longer only for requests."),
        ];

    private static IEnumerable<ChangeRule> Answers()
        => [
            new(
                "response-success-status-removed", 29, Breaking, Warning,
                "{0} answers with another success status; this SDK accepts any 2xx."),
            new("response-success-status-added", 30, Compatible, Warning, "{0} has one more way to succeed."),
            new(
                "response-non-success-status-added", 31, Compatible, Warning,
                "{0} has one more way to fail: look at the exception it becomes."),
            new("response-non-success-status-removed", 31, Compatible, Warning, "{0} has one way less to fail."),
            new("response-media-type-removed", 32, Breaking, Breaking, "{0} no longer answers in the form shipped clients read."),
            new("response-media-type-added", 32, Compatible, Warning, "{0} can answer in one more form."),
            new(
                "response-required-property-removed", 33, Breaking, Breaking,
                "{0} is gone: shipped clients see its empty value, and code reading it no longer compiles."),
            new(
                "response-optional-property-removed", 34, Warning, Breaking,
                "{0} is gone: shipped clients see null, and code reading it no longer compiles."),
            new(
                "response-required-property-added", 35, Compatible, Compatible,
                "{0} can be read; shipped clients keep it in AdditionalData."),
            new(
                "response-optional-property-added", 35, Compatible, Compatible,
                "{0} can be read; shipped clients keep it in AdditionalData."),
            new(
                "response-property-became-optional", 36, Breaking, Breaking,
                "{0} may be missing where it was promised: its C# type becomes nullable."),
            new("response-property-became-required", 36, Compatible, Warning, "{0} is always there: checks for null become superfluous."),
            new(
                "required-response-header-removed", 44, Breaking, Warning,
                "{0} is gone: what the SDK reads from it (limits, waiting times, the request id) is empty."),
            new(
                "optional-response-header-removed", 44, Breaking, Warning,
                "{0} is gone: what the SDK reads from it (limits, waiting times, the request id) is empty."),
            new("response-header-became-optional", 44, Breaking, Warning, "{0} may be missing."),
            new("response-header-became-required", 44, Compatible, Compatible, "{0} is always there."),
            new("response-header-added", 44, Compatible, Compatible, "{0} can be read in OnResponse."),
            new("response-optional-property-became-read-only", 47, Compatible, Compatible, "{0} is only for answers."),
            new("response-required-property-became-read-only", 47, Compatible, Compatible, "{0} is only for answers."),
            new("response-optional-property-became-not-read-only", 47, Compatible, Compatible, "{0} is no longer only for answers."),
            new("response-required-property-became-not-read-only", 47, Compatible, Compatible, "{0} is no longer only for answers."),
            new(
                "response-optional-property-became-write-only", 47, Warning, Breaking,
                "{0} leaves the answer: code reading it no longer compiles."),
            new(
                "response-required-property-became-write-only", 47, Warning, Breaking,
                "{0} leaves the answer: code reading it no longer compiles."),
            new("response-optional-property-became-not-write-only", 47, Warning, Breaking, "{0} enters the answer."),
            new("response-required-property-became-not-write-only", 47, Warning, Breaking, "{0} enters the answer."),
            new(
                "pagination-envelope-changed", 48, Breaking, Breaking,
                "{0} is no longer a page: paging, enumeration and totals stop working."),
            new("pagination-envelope-added", 48, Compatible, Breaking, "{0} becomes a page: the method's return type changes."),
        ];

    private static IEnumerable<ChangeRule> Document()
        => [
            new("api-schema-removed", 6, Compatible, Breaking, "The type {0} has another name in C#: code naming it no longer compiles."),
            new("sdk-member-renamed", 6, Compatible, Breaking, "The member {0} has another name in C#: code using it no longer compiles."),
            new("api-security-component-type-changed", 45, Breaking, Breaking, "The server looks for credentials of another kind: {0}."),
            new("api-security-component-form-changed", 45, Breaking, Breaking, "The server looks for the key elsewhere: {0}."),
            new("api-security-component-removed", 45, Compatible, Warning, "The document no longer describes the scheme {0}."),
            new("api-security-component-added", 45, Compatible, Warning, "The document describes a new scheme {0}."),
            new("server-base-path-changed", 46, Breaking, Compatible, "The API moved to another path: BaseUrl must follow."),
            new("server-removed", 46, Warning, Compatible, "The server {0} is no longer named."),
            new("server-added", 46, Compatible, Compatible, "The server {0} is named."),
            new(
                "api-major-version-not-bumped", 49, Compatible, Warning,
                "Something broke, but the API's version promises that nothing did."),
            new("description-changed", 50, Compatible, Compatible, "Only the words about {0} changed.", Texts: true),
            new("example-changed", 50, Compatible, Compatible, "Only the example of {0} changed.", Texts: true),
            new("tags-changed", 50, Compatible, Compatible, "{0} stays in its raw client; only further tags changed.", Texts: true),
        ];

    /// <summary>What a running server says otherwise than its document.</summary>
    private static IEnumerable<ChangeRule> Running()
        => [
            new("option-value-unknown", 40, Warning, Warning, "The server offers a value of {0} that the SDK does not name."),
            new("option-value-missing", 41, Compatible, Warning, "The SDK names a value of {0} that the server no longer offers."),
            new("option-undeclared", 35, Compatible, Warning, "The server offers {0}, of which the contract knows nothing."),
            new("option-missing", 33, Warning, Warning, "The server no longer offers {0}."),
            new(
                "enum-without-options", 0, Compatible, Compatible,
                "The options endpoint does not list {0}: only the document vouches for its values.", Texts: true),
            new("answer-status-undeclared", 31, Compatible, Warning, "{0} answers with a status the contract does not name."),
            new("answer-media-type-undeclared", 32, Warning, Warning, "{0} answers in a form the contract does not name."),
            new("answer-member-undeclared", 35, Compatible, Warning, "{0} is sent but not declared: users find it in AdditionalData only."),
            new("answer-member-missing", 36, Breaking, Breaking, "{0} is promised but not sent: users see its empty value."),
            new("answer-null-undeclared", 37, Breaking, Breaking, "{0} is null where the contract promises a value."),
            new("answer-type-undeclared", 39, Breaking, Breaking, "{0} arrives in another form than the contract says."),
            new("answer-value-undeclared", 40, Warning, Warning, "{0} holds a value the contract does not name."),
            new("answer-limit-exceeded", 43, Warning, Compatible, "{0} lies outside the limits of the contract."),
        ];

    private static IEnumerable<ChangeRule> Tool()
        => [
            new(
                "overlay-action-unmatched", 0, Compatible, Warning,
                "A correction of ours finds nothing to correct any more, so what it corrected may be wrong elsewhere: {0}"),
            new(
                "overlay-action-superfluous", 0, Compatible, Warning,
                "The document says by itself what a correction of ours says; remove the correction: {0}"),
            new("document-refused", 0, Compatible, Warning, "The SDK cannot be regenerated from this document: {0}"),
            new("acceptance-unmatched", 0, Compatible, Warning, "The accepted finding does not occur any more: remove the acceptance."),
            new("acceptance-expired", 0, Compatible, Warning, "The acceptance has expired: decide again."),
            new(
                "package-major-version-not-bumped", 0, Compatible, Breaking,
                "User code breaks with this contract, so the package needs a new major version."),
        ];
}
