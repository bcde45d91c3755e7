using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.View;

namespace Valentina.Build.Tests.View;

/// <summary>Names come from an untrusted document and end in code: an allow-list lets them pass, and their order never matters.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("name_first", "NameFirst")]
    [InlineData("companyId", "CompanyId")]
    [InlineData("JACK_OF_ALL_TRADES", "JackOfAllTrades")]
    [InlineData("V5", "V5")]
    [InlineData("On-Behalf-Of", "OnBehalfOf")]
    [InlineData("Campaigns - Books - Notes", "CampaignsBooksNotes")]
    [InlineData("S3AssetResponse", "S3AssetResponse")]
    [InlineData("xp", "Xp")]
    public void Names_become_PascalCase(string name, string expected) => Identifiers.Pascal(name).Should().Be(expected);

    [Theory]
    [InlineData("ThingResponse", "Thing")]
    [InlineData("ThingDTO", "Thing")]
    [InlineData("ThingConstant", "Thing")]
    [InlineData("Response", "Response")]
    [InlineData("user_dto_UserResponse", "UserDtoUser")]
    public void Types_lose_the_suffixes_of_the_server(string key, string expected)
        => Identifiers.DefaultTypeName(key, "").Should().Be(expected);

    [Theory]
    [InlineData("system", "SystemValue")]
    [InlineData("get_type", "GetTypeValue")]
    [InlineData("equals", "EqualsValue")]
    [InlineData("thing", "ThingValue")]
    [InlineData("additional_data", "AdditionalDataValue")]
    public void Members_keep_off_names_that_are_taken(string wireName, string expected)
        => Identifiers.Member(wireName, null, "Thing", "").Should().Be(expected);

    [Theory]
    [InlineData("value", "ValueMember")]
    [InlineData("is_known", "IsKnownMember")]
    [InlineData("color", "ColorMember")]
    public void Enum_members_keep_off_names_that_are_taken(string value, string expected)
        => Identifiers.EnumMember(value, null, "Color").Should().Be(expected);

    [Theory]
    [InlineData("class", "classValue")]
    [InlineData("cancellation_token", "cancellationTokenValue")]
    [InlineData("options", "optionsValue")]
    [InlineData("company_id", "companyId")]
    public void Parameters_keep_off_names_that_are_taken(string wireName, string expected)
        => Identifiers.Parameter(wireName, null, "").Should().Be(expected);

    [Theory]
    [InlineData("a\"b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a{b")]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a\u2028b")]
    [InlineData("ä")]
    [InlineData("a\n")]
    public void A_poisoned_member_name_stops_the_build(string name)
    {
        var document = Given.Answer("""{"type":"string"}""");
        var properties = document["components"]!["schemas"]!["Thing"]!["properties"]!.AsObject();
        properties[name] = new JsonObject { ["type"] = "string" };

        document.Error().Pointer.Text.Should().StartWith("/components/schemas/Thing/properties/");
    }

    [Theory]
    [InlineData("RED\"); Evil(\"")]
    [InlineData("RED\n")]
    [InlineData("\u202eRED")]
    public void A_poisoned_enum_value_stops_the_build(string value)
        => Given.Answer($$"""{"type":"string","enum":[{{JsonValue.Create(value)!.ToJsonString()}}]}""").Error()
            .Pointer.Text.Should().Be("/components/schemas/Thing/properties/member/enum/0");

    [Theory]
    [InlineData("get thing")]
    [InlineData("getThing(){}")]
    [InlineData("")]
    public void A_poisoned_operation_id_stops_the_build(string id)
        => Given.Document(Given.Operation(id, "get", "/thing")).Error().Pointer.Text.Should().Be("/paths/~1thing/get/operationId");

    [Theory]
    [InlineData("/thing\\\")")]
    [InlineData("/thing/{a b}")]
    [InlineData("thing")]
    [InlineData("/thing?x=1")]
    public void A_poisoned_path_stops_the_build(string path)
        => Given.Document(Given.Operation("getThing", "get", path.Replace("\\\"", "\\\\\\\"", StringComparison.Ordinal))).Error()
            .Problem.Should().Contain("path");

    [Theory]
    [InlineData("x-name", "Evil { } class Other")]
    [InlineData("x-name", "lower")]
    public void A_poisoned_given_name_stops_the_build(string mark, string name)
    {
        var document = Given.Answer("""{"type":"string"}""");
        document["components"]!["schemas"]!["Thing"]![mark] = name;

        document.Error().Pointer.Text.Should().StartWith("/components/schemas/Thing");
    }

    [Fact]
    public void Two_types_of_one_name_stop_the_build()
        => Given.Answer(
            """{"$ref":"#/components/schemas/ThingResponse"}""",
            """ "ThingResponse": {"type":"object","properties":{"a":{"type":"string"}}} """)
            .Error().Problem.Should().Contain("'Thing' is taken");

    [Fact]
    public void Two_members_of_one_name_stop_the_build()
    {
        var document = Given.Answer("""{"type":"string"}""");
        document["components"]!["schemas"]!["Thing"]!["properties"]!["Member"] = new JsonObject { ["type"] = "string" };

        document.Error().Problem.Should().Contain("'Member' is taken");
    }

    [Fact]
    public void Two_enum_values_of_one_name_stop_the_build()
        => Given.Answer("""{"type":"string","enum":["a-b","a_b"]}""").Error().Problem.Should().Contain("'AB'");

    [Fact]
    public void Two_operations_of_one_name_stop_the_build()
        => Given.Document(Given.Operation("getThing", "get", "/a") + "," + Given.Operation("get_thing", "get", "/b")).Error()
            .Problem.Should().Contain("'GetThing' is taken");

    [Fact]
    public void A_type_and_one_found_inside_another_may_not_meet()
        => Given.Answer("""{"type":"object","properties":{"a":{"type":"string"}}}""", "").Refusing("ThingMember")
            .Should().Contain("'ThingMember' is taken");

    [Fact]
    public void Names_and_output_do_not_depend_on_the_order_of_the_document()
    {
        var document = JsonText.ReadObject(RepositoryFiles.Prepared("valentina"));
        var shuffled = (JsonObject)document.DeepClone();
        Reverse(shuffled["paths"]!.AsObject());
        Reverse(shuffled["components"]!["schemas"]!.AsObject());

        JsonText.Write(shuffled.View().Document).Should().Be(JsonText.Write(document.View().Document));
    }

    private static void Reverse(JsonObject node)
    {
        var members = node.Reverse().ToList();
        node.Clear();
        foreach (var (name, value) in members)
        {
            node[name] = value;
        }
    }
}

internal static class RefusingExtensions
{
    /// <summary>The problem when a second schema takes a name.</summary>
    public static string Refusing(this JsonObject document, string key)
    {
        document["components"]!["schemas"]![key] = JsonText.ParseObject("""{"type":"object","properties":{"b":{"type":"string"}}}""");
        document["components"]!["schemas"]!["Thing"]!["properties"]!["other"] = JsonText.ParseObject(Given.Reference(key));
        return document.Error().Problem;
    }
}
