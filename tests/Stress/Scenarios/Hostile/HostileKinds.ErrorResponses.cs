using System.Text;

namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Failures that say wrong things, and hints that nobody can follow.</content>
internal static partial class HostileKinds
{
    private static IEnumerable<HostileKind> ErrorResponses()
    {
        foreach (var (name, value) in Hints())
        {
            yield return ErrorResponse($"Retry-After of {name}", "{}", 429, $"Retry-After: {value}\r\n");
            yield return ErrorResponse($"retry_after of {name}", $"{{\"detail\":\"slow down\",\"retry_after\":{value}}}", 429);
            yield return ErrorResponse($"a quota that resets in {name}", "{}", 429, $"RateLimit: \"default\";r=0;t={value}\r\n");
        }

        yield return ErrorResponse("Retry-After in the year 9999", "{}", 503, "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n");
        yield return ErrorResponse("Retry-After in the past", "{}", 503, "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT\r\n");
        yield return ErrorResponse("Retry-After of no date", "{}", 503, "Retry-After: Foo, 99 Bar 0000 99:99:99 XYZ\r\n");
        yield return ErrorResponse("two values of Retry-After", "{}", 503, "Retry-After: 1\r\nRetry-After: 2\r\n");
        yield return ErrorResponse("retry_after of text", """{"retry_after":"soon"}""", 429);
        yield return ErrorResponse("retry_after of a list", """{"retry_after":[1,[2]],"detail":{"retry_after":{}}}""", 429);
        foreach (var root in new[]
        {
            "", "null", "42", "[]", "[null]", "\"text\"", "{", "{\"detail\":null}", "{\"detail\":[null,1,{\"loc\":null,\"msg\":7}]}",
            "{\"detail\":{\"a\":{\"b\":[]}}}"
        })
        {
            yield return ErrorResponse($"a 422 with {(root.Length == 0 ? "nothing" : root)}", root, 422);
        }

        yield return ErrorResponse("wrong types in every member of a problem", """{"type":1,"title":[],"status":"x","detail":{},"instance":7,"code":[],"request_id":{},"invalid_parameters":"none"}""", 400);
        yield return ErrorResponse(
            "invalid parameters of nulls",
            """{"detail":"x","invalid_parameters":[null,1,"a",{},{"field":null,"message":null},{"field":[],"message":{}}]}""",
            400);
        yield return ErrorResponse("a status beyond every number", """{"status":99999999999999999999,"detail":"x"}""", 400);
        yield return ErrorResponse("lone surrogates in the detail", "{\"detail\":\"\\ud800 \\udfff\",\"title\":\"\\ud83d\"}", 400);
        yield return ErrorResponse("controls in the detail", "{\"detail\":\"\\u0000\\u001b[2J\\r\\nSet-Cookie: a=b\"}", 400);
        yield return ErrorResponse("a detail of 3 MB", $"{{\"detail\":\"{Repeat("lie ", 750_000)}\"}}", 500);
        yield return ErrorResponse("a detail deep down", $"{{\"detail\":{Repeat("[", 100_000)}", 500);
        yield return ErrorResponse("ten thousand invalid parameters", $"{{\"detail\":\"x\",\"invalid_parameters\":[{string.Join(',', Enumerable.Repeat("{\"field\":\"f\",\"message\":\"m\"}", 10_000))}]}}", 400);
        yield return Body("a failure in invalid UTF-8", [0xFF, 0xFE, 0xC3, 0x28, 0x00, 0xED, 0xA0, 0x80], 500);
        yield return Body(
            "a failure in UTF-16", Encoding.Unicode.GetBytes("{\"detail\":\"x\"}"), 500, contentType: "application/json; charset=utf-16");
        yield return Body("a failure with a byte order mark", [0xEF, 0xBB, 0xBF, .. "{\"detail\":\"x\"}"u8], 404);
        yield return Body("a failure in HTML", Repeat("<h1>Bad gateway</h1>", 500), 502, contentType: "text/html");
        yield return Body(
            "a failure of the key with a challenge of noise", "{}", 401,
            "WWW-Authenticate: Negotiate \u00FF\u00FE, Basic realm=\"\\\r\nWWW-Authenticate: ,,,=\r\n");
    }

    private static IEnumerable<(string, string)> Hints()
        => [
            ("a huge number", "99999999999999999999999999"), ("1e400", "1e400"), ("a number less than nothing", "-5"),
            ("a billion", "1000000000"), ("2147483648", "2147483648"),
            ("9223372036854775807", "9223372036854775807"), ("a fraction", "0.0000001"),
        ];

    private static HostileKind ErrorResponse(string name, string json, int status, string headers = "")
        => Body(name, json, status, headers) with
        {
            Calls = HostileCalls.Get | HostileCalls.Create | HostileCalls.Complete | HostileCalls.Stream
        };
}
