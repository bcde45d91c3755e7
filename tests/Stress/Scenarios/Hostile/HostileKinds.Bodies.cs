using System.Globalization;
using System.Text;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Bodies of a 200.</content>
internal static partial class HostileKinds
{
    private static IEnumerable<HostileKind> Bodies()
    {
        foreach (var (name, json) in Roots())
        {
            yield return Body($"a root of {name}", json);
        }

        foreach (var (name, value) in Values())
        {
            // The same value where a number, a text, a date, an id, an object and a list belong, on a page as well.
            yield return Body($"{name} as every member", MembersOf(value));
            yield return Body($"{name} as an item", $"{{\"items\":[{value},{Company},{value}],\"limit\":10,\"offset\":0,\"total\":3}}");
        }

        yield return Body("only nulls as items", """{"items":[null,null],"limit":10,"offset":0,"total":2}""");
        yield return Body("items that are an object", """{"items":{"0":{}},"limit":10,"offset":0,"total":1}""");
        yield return Body("items that are missing", """{"limit":10,"offset":0,"total":1}""");
        yield return Body("a page that never moves on", CompanyJson.Page(1, 10));
        yield return Body("a page of a negative total", CompanyJson.Page(1, 3, total: -5));
        yield return Body("a page of the greatest total", CompanyJson.Page(1, 3, offset: int.MaxValue, total: int.MaxValue));
        yield return Body("a total beyond every number", """{"items":[],"limit":1e30,"offset":-1e30,"total":99999999999999999999}""");
        yield return Body("empty pages of a total", """{"items":[],"limit":10,"offset":0,"total":1000000}""");
        yield return Body("the same member twice", $"{Company[..^1]},\"name\":null,\"name\":7,\"id\":[]}}");
        yield return Body("members in other letters", Company.ToUpperInvariant());
        yield return Body("$type and $ref", """{"$type":"System.IO.FileInfo, System.IO","$id":"1","$ref":"1","$values":[{"$ref":"1"}]}""");
        yield return Body("a byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Company)]);
        yield return Body("two byte order marks", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Company)]);
        yield return Body("UTF-16 little-endian", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Company)]);
        yield return Body("UTF-16 big-endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Company)]);
        yield return Body("UTF-32", Encoding.UTF32.GetBytes(Company));
        yield return Body("Latin-1", Encoding.Latin1.GetBytes(CompanyJson.One(1, "\u00E9\u00FF")));
        yield return Body("UTF-7 by name", Company, contentType: "application/json; charset=utf-7");
        yield return Body("a charset nobody knows", Company, contentType: "application/json; charset=klingon");
        yield return Body(
            "invalid UTF-8",
            [.. Encoding.UTF8.GetBytes("{\"name\":\""), 0xC3, 0x28, 0xFF, 0xFE, 0xED, 0xA0, 0x80, 0xF8, (byte)'"', (byte)'}']);
        yield return Body("UTF-8 cut in a character", [.. Encoding.UTF8.GetBytes("{\"name\":\""), 0xF0, 0x9F, 0x98]);
        yield return Body(
            "UTF-8 in overlong forms", [.. Encoding.UTF8.GetBytes("{\"name\":\""), 0xC0, 0x80, 0xE0, 0x80, 0xAF, (byte)'"', (byte)'}']);
        yield return Body("nothing but NULs", new byte[5000]);
        yield return Body("a page of HTML", "<!DOCTYPE html><html><body>It works!</body></html>", contentType: "text/html");
        yield return Body("XML", "<?xml version=\"1.0\"?><company/>", contentType: "application/xml");
        yield return Body("server-sent events", "data: {}\n\ndata: [DONE]\n\n", contentType: "text/event-stream");
        yield return Body("parts", "--x\r\n\r\n{}\r\n--x--", contentType: "multipart/mixed; boundary=x");
        yield return Body("a media type of nonsense", Company, contentType: "////;;;=\"");
        yield return Body("comments", $"/* one */ {Company} // two");
        yield return Body("a trailing comma", $"{Company[..^1]},}}");
        yield return Body("single quotes", "{'id':'x'}");
        yield return Body("two documents", Company + Company);
        yield return Body("noise after the document", Company + "}}}]]]");
        yield return Body("a document that is cut", Company[..^20]);
        yield return Body("a document cut in an escape", "{\"name\":\"\\u00");
        yield return Body("a string of 8 MB", $"{{\"name\":\"{Repeat("0123456789", 800_000)}\"}}") with
        {
            IsHeavy = true,
            Calls = HostileCalls.Get | HostileCalls.List
        };
        yield return Body("a name of 3 MB", $"{{\"{Repeat("0123456789", 300_000)}\":1}}") with
        {
            IsHeavy = true,
            Calls = HostileCalls.Get | HostileCalls.List
        };
        yield return Body(
            "a hundred thousand members", $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(one => $"\"m{one}\":{one}"))}}}") with
        {
            IsHeavy = true,
            Calls = HostileCalls.Get | HostileCalls.List
        };
    }

    private static IEnumerable<(string, string)> Roots()
        => [
            ("nothing", ""), ("blanks", "  \r\n\t "), ("null", "null"), ("true", "true"), ("a number", "42"), ("text", "\"text\""),
            ("an empty list", "[]"), ("an empty object", "{}"),
            ("a list of nulls", "[null,null]"), ("a list in a list", "[[[]]]"), ("NaN", "NaN"), ("undefined", "undefined"),
            ("Infinity", "-Infinity"), ("half a literal", "tru"),
            ("a colon", ":"), ("an open bracket", "["), ("a closed bracket", "]"), ("a constructor", "new Date(1)"),
            ("a thousand brackets", Repeat("[", 1000)),
            ("a million brackets", Repeat("[", 1_000_000)), ("a million braces", Repeat("{\"a\":", 1_000_000)),
            ("a number of a hundred thousand digits", Repeat("9", 100_000)),
        ];

    private static IEnumerable<(string, string)> Values()
        => [
            ("null", "null"), ("true", "true"), ("an empty list", "[]"), ("an empty object", "{}"), ("an empty text", "\"\""),
            ("minus zero", "-0"), ("1e400", "1e400"), ("1e-400", "1e-400"),
            ("a fraction", "0.1"), ("the smallest number", "-9223372036854775808"), ("two to the 64th", "18446744073709551616"),
            ("a thousand digits", Repeat("7", 1000)),
            ("a hexadecimal number", "0xFF"), ("NaN", "NaN"), ("a lone surrogate", "\"\\ud800\""),
            ("a pair the wrong way round", "\"\\udc00\\ud800\""), ("a NUL", "\"\\u0000\""),
            ("a broken escape", "\"\\x41\""), ("the first day", "\"0001-01-01T00:00:00+14:00\""),
            ("the last day", "\"9999-12-31T23:59:59.9999999-14:00\""), ("a day that is none", "\"2026-02-30T25:61:61Z\""),
            ("a date of Microsoft's", "\"\\/Date(99999999999999999)\\/\""), ("an id that is none", "\"not-an-id\""),
            ("an empty id", "\"00000000-0000-0000-0000-000000000000\""),
            ("two hundred lists", Repeat("[", 200) + Repeat("]", 200)),
            ("two hundred objects", Repeat("{\"a\":", 200) + "1" + Repeat("}", 200)),
        ];

    private static string MembersOf(string value)
    {
        var members = new StringBuilder("{");
        foreach (var name in new[]
        {
            "id", "date_created", "date_modified", "name", "description", "email", "num_users", "resources_modified_at", "settings",
            "items", "limit", "offset", "total",
            "company", "admin_user", "content", "model", "usage", "cost", "choices", "created", "object", "results", "stop_reason",
        })
        {
            members.Append(CultureInfo.InvariantCulture, $"{(members.Length > 1 ? "," : "")}\"{name}\":{value}");
        }

        return members.Append('}').ToString();
    }
}
