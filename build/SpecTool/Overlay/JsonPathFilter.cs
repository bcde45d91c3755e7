using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Overlay;

/// <summary>Reads the condition of a filter such as <c>?@.in=='query' &amp;&amp; !@.required</c>.</summary>
internal sealed class JsonPathFilter(JsonPathParser parser)
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    private delegate JsonPathMatch? Operand(JsonPathMatch current);

    public Predicate<JsonPathMatch> Condition()
    {
        var left = Conjunction();
        while (parser.Take("||"))
        {
            var (first, second) = (left, Conjunction());
            left = current => first(current) || second(current);
        }

        return left;
    }

    private Predicate<JsonPathMatch> Conjunction()
    {
        var left = Term();
        while (parser.Take("&&"))
        {
            var (first, second) = (left, Term());
            left = current => first(current) && second(current);
        }

        return left;
    }

    private Predicate<JsonPathMatch> Term()
    {
        if (parser.Take("!"))
        {
            var inner = Term();
            return current => !inner(current);
        }

        if (parser.Take("("))
        {
            var inner = Condition();
            parser.Expect(')');
            return inner;
        }

        if (parser.Take("match("))
        {
            return Pattern("^(?:{0})$");
        }

        return parser.Take("search(") ? Pattern("{0}") : Comparison();
    }

    private Predicate<JsonPathMatch> Pattern(string frame)
    {
        var subject = Query();
        parser.Expect(',');
        var pattern = new Regex(
            frame.Replace("{0}", parser.Quoted(), StringComparison.Ordinal), RegexOptions.CultureInvariant, PatternLimit);
        parser.Expect(')');
        return current => subject(current)?.Value is JsonValue value && value.TryGetValue<string>(out var text) && pattern.IsMatch(text);
    }

    private Predicate<JsonPathMatch> Comparison()
    {
        var left = Query();
        if (parser.Take("=="))
        {
            var right = Literal();
            return current => AreEqual(left(current), right);
        }

        if (parser.Take("!="))
        {
            var right = Literal();
            return current => !AreEqual(left(current), right);
        }

        return current => left(current) is not null;
    }

    private Operand Query()
    {
        parser.Expect('@');
        var segments = parser.Segments();
        return current => JsonPath.Follow(segments, [current]).FirstOrDefault();
    }

    private JsonNode? Literal()
    {
        if (parser.Peek('\'') || parser.Peek('"'))
        {
            return JsonValue.Create(parser.Quoted());
        }

        if (parser.Number() is { } number)
        {
            return JsonNode.Parse(number);
        }

        return parser.Word() switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            "null" => null,
            _ => throw parser.Error("a text, a number, true, false or null"),
        };
    }

    private static bool AreEqual(JsonPathMatch? left, JsonNode? right)
    {
        if (left is null)
        {
            return false;
        }

        if (left.Value?.GetValueKind() is JsonValueKind.Number && right?.GetValueKind() is JsonValueKind.Number)
        {
            return left.Value.GetValue<decimal>() == right.GetValue<decimal>();
        }

        return JsonNode.DeepEquals(left.Value, right);
    }
}
