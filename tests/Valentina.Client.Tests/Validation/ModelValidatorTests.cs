using Valentina.Models;
using Valentina.Validation;

namespace Valentina.Client.Tests.Validation;

/// <summary>What generated models ask of the validator, rule by rule, on both sides of each limit.</summary>
public sealed class ModelValidatorTests
{
    private const string Wide = "\U0001F3B2";

    private static readonly Dictionary<string, Action<ModelValidator>> Refused = new(StringComparer.Ordinal)
    {
        ["a is required"] = rules => rules.Required("a", null),
        ["b is required and must not be the empty id"] = rules => rules.RequiredId("b", Guid.Empty),
        ["c is required"] = rules => rules.RequiredEnum("c", default(CharacterType)),
        ["d must not be null; leave it unassigned to keep what is stored"] = rules => rules.NotNull<string?>("d", null),
        ["e is missing: one of the two"] = rules => rules.AtLeastOne("e", "one of the two", null, null),
        ["f is required: since it says so"] = rules => rules.RequiredWhen(true, "f", null, "since it says so"),
        ["g must be left out: since it says so"] = rules => rules.AbsentWhen(true, "g", 1, "since it says so"),
        ["h must not be null: since it says so"] = rules => rules.NotNullWhen(true, "h", null, "since it says so"),
        ["i.y is not allowed: x only"] = rules => rules.Keys("i", Map(("x", 1), ("y", 2)), "x only", "x"),
        ["j must have at least 3 characters, but has 2"] = rules => rules.Length("j", "ab", 3, 5),
        ["j must have at most 5 characters, but has 6"] = rules => rules.Length("j", " abcdef ", 3, 5),
        ["j must have at most 2 characters, but has 3"] = rules => rules.Length("j", Wide + Wide + Wide, 0, 2),
        ["k must have at least 3 characters, but has 1"] = rules => rules.LengthOrEmpty("k", "a", 3, 5),
        ["l[2] must have at least 3 characters, but has 2"] = rules => rules.ItemLengths("l", ["abc", null!, "ab"], 3, 5),
        ["m must be an e-mail address"] = rules => rules.Email("m", "@example.com"),
        ["n must be an e-mail address"] = rules => rules.Email("n", "ann@"),
        ["o must be an e-mail address"] = rules => rules.Email("o", "ann"),
        ["p must be at least 1, but is 0"] = rules => rules.Range("p", 0L, 1L, 5L),
        ["p must be at most 5, but is 6"] = rules => rules.Range("p", 6L, 1L, 5L),
        ["q must be at least 0.5, but is 0.25"] = rules => rules.Range("q", 0.25, 0.5, 1.5),
        ["q must be at most 1.5, but is 1.75"] = rules => rules.Range("q", 1.75, 0.5, 1.5),
        ["r must be at least 0.01, but is 0.001"] = rules => rules.Range("r", 0.001m, 0.01m, 10m),
        ["r must be at most 10, but is 10.5"] = rules => rules.Range("r", 10.5m, 0.01m, 10m),
        ["s must have at least 1 item, but has 0"] = rules => rules.Count<int>("s", [], 1, 2),
        ["s must have at least 2 items, but has 1"] = rules => rules.Count("s", [1], 2, 3),
        ["s must have at most 2 items, but has 3"] = rules => rules.Count("s", [1, 2, 3], 1, 2),
        ["t must be one of PLAYER, NPC, STORYTELLER, but is 'ELF'"] = rules => rules.Known("t", (CharacterType)"ELF"),
        ["u is required"] = rules => rules.Known("u", (CharacterType?)default(CharacterType)),
        ["v must be one of PLAYER, NPC, STORYTELLER, but is 'ELF'"] = rules => rules.Known("v", (CharacterType?)"ELF"),
        ["w[1] must be one of PLAYER, NPC, STORYTELLER, but is 'ELF'"]
            = rules => rules.KnownItems<CharacterType>("w", [CharacterType.Npc, "ELF"]),
        ["x must be one of Monday, Sunday, but is 9"] = rules => rules.Defined("x", (Day)9),
        ["y must be one of Monday, Sunday, but is 8"] = rules => rules.Defined("y", (Day?)8),
        ["z.inner.a is required"] = rules => rules.Nested("z", new Model(z => z.Nested("inner", new Model(Missing)))),
        ["z[1] must not be null"] = rules => rules.NestedItems("z", [new Model(), null]),
        ["z[2].a is required"] = rules => rules.NestedItems("z", [new Model(), new Model(), new Model(Missing)]),
        ["z.key.a is required"] = rules => rules.NestedValues("z", Map(("good", new Model()), ("key", new Model(Missing)))),
    };

    private static readonly Dictionary<string, Action<ModelValidator>> Taken = new(StringComparer.Ordinal)
    {
        ["what is there"] = rules =>
        {
            rules.Required("a", "");
            rules.RequiredId("a", Guid.NewGuid());
            rules.RequiredEnum("a", CharacterType.Npc);
            rules.NotNull("a", "");
            rules.AtLeastOne("a", "one", null, "");
        },
        ["what does not apply"] = rules =>
        {
            rules.RequiredWhen(false, "a", null, "never");
            rules.RequiredWhen(true, "a", "", "never");
            rules.AbsentWhen(false, "a", "", "never");
            rules.AbsentWhen(true, "a", null, "never");
            rules.NotNullWhen(false, "a", null, "never");
            rules.NotNullWhen(true, "a", "", "never");
        },
        ["what was left out"] = rules =>
        {
            rules.Keys<int>("a", null, "none", "x");
            rules.Length("a", null, 3, 5);
            rules.LengthOrEmpty("a", null, 3, 5);
            rules.LengthOrEmpty("a", "  ", 3, 5);
            rules.ItemLengths("a", null, 3, 5);
            rules.Email("a", null);
            rules.Range("a", (long?)null, 1, 5);
            rules.Range("a", (double?)null, 1, 5);
            rules.Range("a", (decimal?)null, 1, 5);
            rules.Count<int>("a", null, 1, 2);
            rules.Known("a", default(CharacterType));
            rules.Known("a", (CharacterType?)null);
            rules.KnownItems<CharacterType>("a", null);
            rules.Defined("a", (Day?)null);
            rules.Nested("a", null);
            rules.NestedItems("a", null);
            rules.NestedValues<Model>("a", null);
        },
        ["what has no limit"] = rules =>
        {
            rules.Range("a", long.MaxValue, null, null);
            rules.Range("a", double.MinValue, null, null);
            rules.Range("a", decimal.MaxValue, null, null);
        },
        ["the limits themselves"] = rules =>
        {
            rules.Length("a", "abc", 3, 5);
            rules.Length("a", "abcde", 3, 5);
            rules.Length("a", "  abcde  ", 3, 5);
            rules.Length("a", " a ", 3, 5);
            rules.Length("a", Wide + Wide, 0, 2);
            rules.ItemLengths("a", ["abc", "abcde"], 3, 5);
            rules.Email("a", "a@b");
            rules.Range("a", 1L, 1, 5);
            rules.Range("a", 5L, 1, 5);
            rules.Range("a", 0.5, 0.5, 1.5);
            rules.Range("a", 1.5, 0.5, 1.5);
            rules.Range("a", 0.01m, 0.01m, 10);
            rules.Range("a", 10m, 0.01m, 10);
            rules.Count("a", [1], 1, 2);
            rules.Count("a", [1, 2], 1, 2);
        },
        ["what is known"] = rules =>
        {
            rules.Keys("a", Map(("x", 1)), "x only", "x");
            rules.KnownItems("a", [CharacterType.Npc, CharacterType.Player]);
            rules.Known("a", CharacterType.Npc);
            rules.Defined("a", Day.Sunday);
        },
    };

    private enum Day
    {
        Monday = 1,
        Sunday = 7,
    }

    public static TheoryData<string> Faults() => [.. Refused.Keys];

    public static TheoryData<string> Harmless() => [.. Taken.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_once_with_its_member(string fault) => Errors(Refused[fault]).Should().Equal(fault);

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_is_right_is_let_through(string what) => Errors(Taken[what]).Should().BeEmpty();

    [Fact]
    public void The_members_of_what_comes_after_a_nested_model_have_their_own_path()
        => Errors(rules =>
        {
            rules.Nested("inner", new Model(Missing));
            rules.Required("b", null);
        }).Should().Equal("inner.a is required", "b is required");

    [Fact]
    public void Models_in_a_list_of_their_own_are_told_by_their_index()
        => ModelValidator.FindErrors(new[] { new Model(), new Model(Missing) }).Select(fault => fault.ToString())
            .Should().Equal("[1].a is required");

    [Fact]
    public void What_is_no_model_is_not_looked_at() => ModelValidator.FindErrors(new { Name = "" }).Should().BeEmpty();

    [Fact]
    public void Of_a_large_set_twelve_values_are_named_and_where_to_find_the_rest()
    {
        var fault = Errors(rules => rules.Known<AuditEntityType>("a", "DRAGON")).Should().ContainSingle().Subject;
        var named = string.Join(", ", AuditEntityType.KnownValues.Take(12));

        AuditEntityType.KnownValues.Should().HaveCountGreaterThan(12);
        fault.Should().Be($"a must be one of {named} or another of AuditEntityType.KnownValues, but is 'DRAGON'");
    }

    private static void Missing(ModelValidator rules) => rules.Required("a", null);

    private static Dictionary<string, T> Map<T>(params (string Key, T Value)[] entries)
        => entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Errors(Action<ModelValidator> rules)
        => ModelValidator.FindErrors(new Model(rules)).Select(fault => fault.ToString());

    private sealed class Model(Action<ModelValidator>? rules = null) : IValidatableModel
    {
        public void Validate(ModelValidator validator) => rules?.Invoke(validator);
    }
}
