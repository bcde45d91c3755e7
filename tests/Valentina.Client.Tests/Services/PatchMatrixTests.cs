using System.Reflection;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Valentina.SpecTool.Coverage.Probing;

namespace Valentina.Client.Tests.Services;

/// <summary>
/// The 17 PATCH operations, each member in its three states, as it leaves the SDK: never assigned is left out, a value is sent, and null is
/// sent where the server clears the member and refused before sending where the server refuses it.
/// </summary>
public class PatchMatrixTests
{
    /// <summary>
    /// What null clears, by method: the matrix measured on the server. Null for anything else is a 400 there. The player of a character may
    /// be null where it is nobody's character, which only the server knows.
    /// </summary>
    private static readonly Dictionary<string, string[]> Clears = new(StringComparer.Ordinal)
    {
        ["CompaniesService.Update"] = ["description"],
        ["CampaignsService.Update"] = ["description", "in_game_date"],
        ["BooksService.Update"] = ["description"],
        ["ChaptersService.Update"] = ["description"],
        ["CharactersService.Update"] =
        [
            "name_nick", "age", "date_of_birth", "biography", "demeanor", "nature", "concept_id", "user_player_id",
            "vampire_attributes.generation", "vampire_attributes.sire", "vampire_attributes.bane_name",
            "vampire_attributes.bane_description",
            "vampire_attributes.compulsion_name", "vampire_attributes.compulsion_description", "werewolf_attributes.pack_name",
            "mage_attributes.sphere", "mage_attributes.tradition", "hunter_attributes.creed",
        ],
        ["CharactersService.UpdateInventoryItem"] = ["description"],
        ["UsersService.Update"] = ["name_first", "name_last"],
        ["GlobalAdminService.UpdateUser"] = ["name_first", "name_last"],
        ["DictionaryService.Update"] = ["definition", "link"],
        ["DeveloperService.UpdateMe"] = ["provider_audiences"],
        ["GlobalAdminService.UpdateDeveloper"] = ["provider_audiences"],
    };

    public static TheoryData<string, string> Members()
    {
        var members = new TheoryData<string, string>();
        foreach (var method in Patches())
        {
            foreach (var path in Paths(PatchType(method), ""))
            {
                members.Add(method.Name, path);
            }
        }

        return members;
    }

    [Fact]
    public void There_are_seventeen_patches()
        => Patches().Select(method => Probed.Operations[method.Name]).Should().OnlyHaveUniqueItems().And.HaveCount(17);

    [Fact]
    public void What_null_clears_exists()
        => Clears.Should().OnlyContain(entry => entry.Value.All(path => Paths(
            PatchType(Patches().Single(method => method.Name == entry.Key)), "").Contains(path)));

    [Theory]
    [MemberData(nameof(Members))]
    public async Task What_was_never_assigned_is_left_out(string name, string path)
    {
        var (body, failure) = await SendAsync(name, path, State.LeftOut);

        failure.Should().BeNull();
        Contains(body!, path).Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_value_is_sent(string name, string path)
    {
        var (body, failure) = await SendAsync(name, path, State.Value);

        failure.Should().BeNull();
        Contains(body!, path).Should().BeTrue();
        Find(body!, path).Should().NotBeNull();
    }

    [Theory]
    [MemberData(nameof(Members))]
    [Trait("Defect", "D06")]
    public async Task Null_is_sent_where_it_clears_and_refused_by_name_elsewhere(string name, string path)
    {
        var (body, failure) = await SendAsync(name, path, State.Null);

        if (Clears.GetValueOrDefault(name, []).Contains(path))
        {
            failure.Should().BeNull();
            Contains(body!, path).Should().BeTrue();
            Find(body!, path).Should().BeNull();
        }
        else
        {
            failure!.Errors.Should().Contain(error => error.Member == path);
            body.Should().BeNull("nothing was sent");
        }
    }

    private enum State
    {
        LeftOut,
        Null,
        Value,
    }

    private static IEnumerable<ServiceMethod> Patches()
        => Probed.Make().Methods.Where(method => method.Asynchronous.GetParameters()
            .Any(parameter => parameter.ParameterType.Name.EndsWith("Patch", StringComparison.Ordinal)));

    private static Type PatchType(ServiceMethod method)
        => method.Asynchronous.GetParameters()
            .Single(parameter => parameter.ParameterType.Name.EndsWith("Patch", StringComparison.Ordinal)).ParameterType;

    /// <summary>The members of a patch and of the patches within it, by their names on the wire.</summary>
    private static IEnumerable<string> Paths(Type patch, string prefix)
    {
        foreach (var property in patch.GetProperties().Where(property => WireName(property) is not null))
        {
            yield return prefix + WireName(property);
            if (property.PropertyType.Name.EndsWith("Patch", StringComparison.Ordinal))
            {
                foreach (var inner in Paths(property.PropertyType, $"{prefix}{WireName(property)}."))
                {
                    yield return inner;
                }
            }
        }
    }

    private static async Task<(JsonNode? Body, RequestValidationException? Failure)> SendAsync(string name, string path, State state)
    {
        var probed = Probed.Make();
        var method = probed.Methods.Single(candidate => candidate.Name == name);
        var arguments = new Arguments().For(method.Asynchronous);
        var index = Array.FindIndex(
            method.Asynchronous.GetParameters(), parameter => parameter.ParameterType.Name.EndsWith("Patch", StringComparison.Ordinal));
        arguments[index] = Assign(arguments[index]!, path.Split('.'), state);
        try
        {
            await MethodCall.CallAsync(method.Service, method.Asynchronous, arguments);
            return (JsonNode.Parse(probed.Recorder.Take().Single().Body), null);
        }
        catch (RequestValidationException ex)
        {
            probed.Recorder.Take().Should().BeEmpty();
            return (null, ex);
        }
    }

    /// <summary>A new patch in which nothing but one member was assigned.</summary>
    private static object Assign(object full, string[] path, State state)
    {
        var patch = Activator.CreateInstance(full.GetType())!;
        var property = full.GetType().GetProperties().Single(candidate => WireName(candidate) == path[0]);
        if (path.Length > 1)
        {
            property.SetValue(patch, Assign(property.GetValue(full)!, path[1..], state));
        }
        else if (state is not State.LeftOut)
        {
            property.SetValue(patch, state is State.Null ? null : property.GetValue(full));
        }

        return patch;
    }

    private static string? WireName(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName;

    private static bool Contains(JsonNode body, string path)
    {
        var steps = path.Split('.');
        return steps[..^1].Aggregate((JsonNode?)body, (node, step) => node?[step]) is JsonObject owner && owner.ContainsKey(steps[^1]);
    }

    private static JsonNode? Find(JsonNode body, string path) => path.Split('.').Aggregate((JsonNode?)body, (node, step) => node?[step]);
}
