using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Model;

namespace Valentina.Build.Tests.Drift;

/// <summary>Callbacks, links and webhooks: the SDK uses none of them, but a change is told, also one behind a reference.</summary>
public sealed class OutgoingTests
{
    [Fact]
    public void A_callback_that_comes_or_changes_is_told()
    {
        var with = Changed(document => document["paths"]!["/breads"]!["post"]!["callbacks"] = Callbacks());
        var changed = Changed(document =>
        {
            document["paths"]!["/breads"]!["post"]!["callbacks"] = Callbacks();
            document["components"]!["schemas"]!["Bread"]!["properties"]!["price"]!["maximum"] = 9;
        });

        Ids(ChangeCase.Bakery, with).Should().Contain("callbacks-changed");
        Ids(with, changed).Should().Contain("callbacks-changed");
        Ids(with, (JsonObject)with.DeepClone()).Should().BeEmpty();
    }

    [Fact]
    public void A_link_and_a_webhook_are_told()
    {
        var links = Changed(document => document["paths"]!["/breads"]!["post"]!["responses"]!["201"]!["links"] = JsonNode.Parse(
            """{"read": {"operationId": "getBread"}}"""));
        var webhooks = Changed(document => document["webhooks"] = JsonNode.Parse(
            """{"baked": {"post": {"responses": {"200": {"description": "Success"}}}}}"""));

        Ids(ChangeCase.Bakery, links).Should().Contain("links-changed");
        Ids(ChangeCase.Bakery, webhooks).Should().Contain("webhooks-changed");
    }

    private static JsonNode? Callbacks() => JsonNode.Parse(
        """
        {"done": {"{$request.body#/url}": {"post": {"requestBody": {"content": {"application/json":
        {"schema": {"$ref": "#/components/schemas/Bread"}}}}, "responses": {"200": {"description": "Success"}}}}}}
        """);

    private static JsonObject Changed(Action<JsonObject> change)
    {
        var document = ChangeCase.Bakery;
        change(document);
        return document;
    }

    private static List<string> Ids(JsonObject old, JsonObject now)
        => [.. ContractComparer.Compare(ContractReader.Read(old), ContractReader.Read(now)).Select(finding => finding.Rule.Id)];
}
