using System.Reflection;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;

namespace Valentina.Client.Tests.Generated;

/// <summary>What holds for every generated type.</summary>
public sealed class ModelConventionTests
{
    [Fact]
    public void Every_model_can_be_made_by_anyone()
        => Models.All.Should().OnlyContain(t => t.GetConstructor(Type.EmptyTypes) != null).And.HaveCountGreaterThan(100);

    [Fact]
    public void Every_model_can_be_changed_member_by_member()
        => Models.All.SelectMany(Models.MembersOf).Should().OnlyContain(m => m.GetMethod!.IsPublic && m.SetMethod!.IsPublic);

    [Fact]
    public void No_model_is_sealed_or_a_record()
        => Models.All.Should().OnlyContain(t => !t.IsSealed && t.GetMethod("<Clone>$") == null);

    [Fact]
    public void What_is_only_sent_keeps_no_unknown_members()
        => Models.Received.Should().HaveCountGreaterThan(80)
            .And.NotContain(t => t.Name.EndsWith("Create", StringComparison.Ordinal) || t.Name.EndsWith("Patch", StringComparison.Ordinal));

    [Fact]
    public void A_model_filled_with_values_is_read_back_the_same()
    {
        foreach (var type in Models.All)
        {
            var written = JToken.Parse(Wire.Write(Sample(type, 0)));
            var again = JToken.Parse(Wire.Write(Wire.Read(type, written)));

            JToken.DeepEquals(again, written).Should().BeTrue($"{type.Name} must survive: {written}");
            ((JObject)written).Properties().Select(p => p.Name)
                .Should().BeEquivalentTo(Models.MembersOf(type).Select(Models.WireName), type.Name);
        }
    }

    private static object Sample(Type type, int depth)
    {
        var model = Activator.CreateInstance(type)!;
        foreach (var member in Models.MembersOf(type))
        {
            member.SetValue(model, Value(member.PropertyType, depth));
        }

        return model;
    }

    private static object? Value(Type declared, int depth)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 3,
            _ when type == typeof(long) => 3L,
            _ when type == typeof(double) => 0.5,
            _ when type == typeof(decimal) => 0.5m,
            _ when type == typeof(MessageContent) => new MessageContent("text"),
            _ when type == typeof(Guid) => Guid.Parse("01a20190-cb47-7136-b945-f4bab262d58b"),
            _ when type == typeof(DateOnly) => new DateOnly(1994, 10, 31),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 5, 4, 10, 20, 30, TimeSpan.FromHours(2)),
            _ when type == typeof(JToken) => new JValue("free"),
            { IsEnum: true } => Enum.GetValues(type).GetValue(0),
            { IsValueType: true } => type.GetMethod("FromValue")!.Invoke(null, ["SOMETHING_NEW"]),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
                List(type.GetGenericArguments()[0], depth),
            { IsGenericType: true } => Map(type.GetGenericArguments()[1], depth),
            _ => Sample(type, depth + 1),
        };
    }

    private static Array List(Type item, int depth)
    {
        // A type within itself ends here.
        var list = Array.CreateInstance(item, depth > 4 ? 0 : 1);
        if (list.Length > 0)
        {
            list.SetValue(Value(item, depth + 1), 0);
        }

        return list;
    }

    private static object Map(Type value, int depth)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        map["key"] = Value(value, depth + 1);
        return map;
    }
}
