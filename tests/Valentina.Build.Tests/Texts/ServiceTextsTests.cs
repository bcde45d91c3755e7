using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Texts;

/// <summary>
/// The services say in their sources what IntelliSense shows, so that a reader needs no second file. The texts of the contract are
/// the same words; these tests keep the two from drifting apart.
/// </summary>
public class ServiceTextsTests
{
    /// <summary>
    /// Methods that narrow their operation down, and say so: they embed nothing, or look for one kind of identifier. And one that
    /// does more: it makes the client go on with the new key.
    /// </summary>
    private static readonly string[] OwnSummary =
    [
        "BooksService.GetAsync",
        "ChaptersService.GetAsync",
        "CharactersService.GetAsync",
        "DeveloperService.RegenerateApiKeyAsync",
        "UserLookupService.ByAppleIdAsync",
        "UserLookupService.ByDiscordIdAsync",
        "UserLookupService.ByEmailAsync",
        "UserLookupService.ByGitHubIdAsync",
        "UserLookupService.ByGoogleIdAsync",
        "UsersService.GetAsync",
    ];

    /// <summary>Parameters that are called as one of the contract but are an object, a list or an amount with more to say.</summary>
    private static readonly string[] OwnParameters = ["currency", "file", "include", "limit", "offset", "role"];

    private static readonly IReadOnlyList<ServiceMethod> Methods = ServiceMethod.ReadAll();

    private static readonly JsonNode Texts = Repository.ReadJson(Repository.PathOf("openapi", "valentina.texts.json"));

    [Fact]
    public void A_method_says_what_the_text_of_its_operation_says()
    {
        Methods.Should().HaveCountGreaterThan(166, "every operation has a method, some have two");
        Methods.Where(method => method.Summary != (string?)Texts["operations"]?[ServiceMethod.IdOf(method.Operation)]?["summary"])
            .Select(method => method.Name)
            .Should().BeEquivalentTo(OwnSummary);
    }

    [Fact]
    public void A_parameter_says_what_the_text_of_the_contract_says()
        => Methods.SelectMany(method => method.Parameters.Select(parameter => (method.Name, Parameter: parameter)))
            .Where(entry => !OwnParameters.Contains(entry.Parameter.Name))
            .Where(entry => Text(entry.Parameter.Name) is { } text && text != entry.Parameter.Text)
            .Should().BeEmpty();

    [Fact]
    public void A_page_is_marked_with_the_operation_that_it_calls()
        => Methods.Where(method => method.Name.EndsWith("PageAsync", StringComparison.Ordinal))
            .Where(method => method.PagedOperation != method.Operation)
            .Should().BeEmpty();

    [Fact]
    public void A_page_says_how_many_items_its_operation_allows()
    {
        var operations = Repository.ReadJson(Repository.PathOf("openapi", "prepared", "valentina.json"))["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Where(entry => entry.Value is JsonObject operation && operation.ContainsKey("operationId"))
            .ToDictionary(entry => (string)entry.Value!["operationId"]!, entry => entry.Value!);

        var pages = Methods.Where(method => method.PagedOperation is not null).ToList();

        pages.Should().NotBeEmpty();
        pages.Where(method => method.Parameters.Single(parameter => parameter.Name == "limit").Text
                != $"How many items to return, 0 to {MaximumOf(operations[ServiceMethod.IdOf(method.Operation)])}.")
            .Select(method => method.Name)
            .Should().BeEmpty();
    }

    private static double MaximumOf(JsonNode operation)
        => (double)operation["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == "limit")!["schema"]!["maximum"]!;

    private static string? Text(string parameter)
        => Texts["parameters"]!.AsObject().Where(text => text.Key.Replace("_", "").Equals(parameter, StringComparison.OrdinalIgnoreCase))
            .Select(text => (string?)text.Value).FirstOrDefault();
}
