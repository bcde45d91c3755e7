using Valentina.Client.Tests.Services;
using Valentina.Models;

namespace Valentina.Client.Tests.Validation;

/// <summary>A value outside a closed set is refused in filters, includes and paths as it is in bodies.</summary>
public sealed class KnownValueTests
{
    private static readonly Guid Id = ServiceHarness.Id;

    private static readonly Dictionary<string, Func<ServiceHarness, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["character_type"] = given => given.Acting.Characters.GetPageAsync(new CharacterFilter { CharacterType = "BYSTANDER" }),
        ["character_class"] = given => given.Acting.CharacterBlueprint.GetTraitsPageAsync(new TraitFilter { CharacterClass = "ELF" }),
        ["user_role"] = given => given.Acting.Users.GetPageAsync("KING"),
        ["include"] = given => given.Acting.Characters.GetAsync(Id, [CharacterInclude.Notes, "inventory,notes"]),
        ["entity_type"] = given => given.Client.Companies.GetAuditLogsPageAsync(Id, new AuditLogFilter { EntityType = "DRAGON" }),
        ["provider"] = given => given.Acting.Users.UnlinkIdentityAsync(Id, "myspace"),
    };

    public static TheoryData<string> Parameters() => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task An_unknown_value_is_refused_by_the_name_of_its_parameter(string parameter)
    {
        using var given = new ServiceHarness();

        var refusal = await FluentActions.Awaiting(() => Calls[parameter](given)).Should().ThrowAsync<RequestValidationException>();

        var fault = refusal.Which.Errors.Should().ContainSingle().Subject;
        fault.Member.Should().Be(parameter);
        fault.Message.Should().MatchRegex(
            "^must be one of [A-Za-z_]+, .*, but is '[A-Za-z,]+'$", "the values that are meant are part of the answer");
        given.Server.Sent.Should().BeEmpty();
    }

    [Fact]
    public void The_synchronous_twin_refuses_it_too()
    {
        using var given = new ServiceHarness();

        given.Acting.Invoking(scope => scope.Characters.Get(Id, ["portraits"])).Should().Throw<RequestValidationException>();
        given.Server.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_sequence_of_includes_is_run_through_once()
    {
        using var given = new ServiceHarness();
        var runs = 0;
        IEnumerable<CharacterInclude> Includes()
        {
            runs++;
            yield return CharacterInclude.Notes;
            yield return CharacterInclude.Traits;
        }

        await given.Acting.Characters.GetAsync(Id, Includes());

        runs.Should().Be(1);
        given.Sent.Url.Query.Should().Be("?include=notes&include=traits");
    }
}
