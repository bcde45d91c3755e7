using System.Reflection;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;

namespace Valentina.Client.Tests.Generated;

/// <summary>JSON with a value for every member of a model.</summary>
internal static class Sample
{
    private const int MaxDepth = 4;

    public static JToken Of(Type type, int depth = 0) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => "ein \"Text\" 🦇 \u2028\n\\",
        var id when id == typeof(Guid) => "01a20190-db48-7264-84d2-b63bfdba7b71",
        var date when date == typeof(DateOnly) => "1994-10-31",
        var instant when instant == typeof(DateTimeOffset) => "2026-11-22T04:18:37.313186Z",
        var flag when flag == typeof(bool) => true,
        var number when number == typeof(int) => -7,
        var number when number == typeof(long) => 3_000_000_000,
        var number when number == typeof(double) => 0.125,
        var number when number == typeof(decimal) => 12.5,
        { IsEnum: true } => 10,
        var content when content == typeof(MessageContent) => JToken.Parse("""[{"type":"text","text":"a"},{"type":"new","x":[1]}]"""),
        var open when typeof(IOpenEnum).IsAssignableFrom(open) => "SOMETHING_NEW",
        var free when typeof(JToken).IsAssignableFrom(free) => JToken.Parse("""{"a":[1,2.5,null,"x",{}],"b":false}"""),
        { IsGenericType: true } map when map.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            => depth > MaxDepth ? new JObject() : new JObject { ["a key"] = Of(map.GetGenericArguments()[1], depth + 1) },
        { IsGenericType: true } list
            => depth > MaxDepth
                ? new JArray()
                : new JArray(Of(list.GetGenericArguments()[0], depth + 1), Of(list.GetGenericArguments()[0], depth + 1)),
        var model => OfModel(model, depth),
    };

    private static JObject OfModel(Type type, int depth)
    {
        var members = Models.MembersOf(type).Where(member => depth < MaxDepth || !IsDeep(member) || !Models.IsNullable(member)).ToList();
        var sample = new JObject(members.Select(member => new JProperty(Models.WireName(member), Of(member.PropertyType, depth + 1))));
        if (type.GetProperty("AdditionalData") is not null)
        {
            sample["a_new_member"] = JToken.Parse("""{"since":"spring","n":[1,2.5,{"x":[]}],"e":""}""");
            sample["another"] = 7;
        }

        return sample;
    }

    private static bool IsDeep(PropertyInfo member) => Models.All.Contains(member.PropertyType) || member.PropertyType.IsGenericType;
}
