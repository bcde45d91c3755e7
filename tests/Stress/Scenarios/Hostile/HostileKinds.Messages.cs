using System.Text;

namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Sound frames with messages that the stream's protocol does not know.</content>
internal static partial class HostileKinds
{
    private const string Token = "{\"type\":\"token\",\"content\":\"Echo\"}";
    private const string Done = "{\"type\":\"done\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1,\"total_tokens\":2},\"cost\":0.1,\"model\":\"haiku\"}";

    private static IEnumerable<HostileKind> Messages()
    {
        foreach (var (name, json) in Roots().Where(root => root.Item2.Length < 2_000_000))
        {
            yield return Message($"a message of {name}", json);
        }

        foreach (var (name, value) in Values())
        {
            yield return Message($"{name} as a type", $"{{\"type\":{value},\"content\":\"x\"}}");
            yield return Message(
                $"{name} in every member of every type",
                [.. new[] { "token", "thinking", "done", "result", "error" }.Select(type => Members(type, value))]);
        }

        yield return Message("a message without a type", "{\"content\":\"Echo\"}");
        yield return Message("the type twice", "{\"type\":\"done\",\"type\":\"token\",\"content\":\"x\"}");
        yield return Message("a type nobody knows", "{\"type\":\"dance\",\"content\":\"x\"}");
        yield return Message("a type in capitals", "{\"TYPE\":\"DONE\",\"Type\":\"Token\"}");
        yield return Message("an end first, then tokens", Done, Token, Token);
        yield return Message("two ends", Done, Done);
        yield return Message(
            "a result in a chat",
            "{\"type\":\"result\",\"status\":\"completed\",\"result\":null,\"execution_log\":[null,{}],\"usage\":null}");
        yield return Message("a result of nothing", "{\"type\":\"result\"}");
        yield return Message("an error without a text", "{\"type\":\"error\"}");
        yield return Message("an error of controls", "{\"type\":\"error\",\"error\":\"\\u0000\\u001b[2J\\r\\nServer error: \"}");
        yield return Message("an error after which the service leaves", "{\"type\":\"error\",\"error\":\"Server error: boom\"}");
        yield return Message("an error of 3 MB", $"{{\"type\":\"error\",\"error\":\"{Repeat("lie ", 750_000)}\"}}");
        yield return Message("huge numbers of tokens", "{\"type\":\"done\",\"usage\":{\"input_tokens\":99999999999999999999,\"output_tokens\":1e300,\"total_tokens\":-9223372036854775809},\"cost\":1e400}");
        yield return Message("tokens by halves", "{\"type\":\"done\",\"usage\":{\"input_tokens\":0.5,\"output_tokens\":\"7\",\"total_tokens\":true},\"cost\":\"free\"}");
        yield return Message("a token of 4 MB", $"{{\"type\":\"token\",\"content\":\"{Repeat("0123456789", 400_000)}\"}}", Done) with
        {
            IsHeavy = true
        };
        yield return Message(
            "a message above the limit",
            $"{{\"type\":\"token\",\"content\":\"{Repeat("0123456789", 1_900_000)}\"}}",
            Done) with
        { IsHeavy = true };
        yield return Message("a byte order mark before a message", "\uFEFF" + Token, Done);
        yield return Message("two documents in a message", Token + Token, Done);
        yield return Message("a message cut in the middle", Token[..^5], Done);
        yield return EndlessFrames("tokens without end", [], [.. Enumerable.Repeat(
            Frame(Final | Text, Encoding.UTF8.GetBytes($"{{\"type\":\"token\",\"content\":\"{Repeat("x", 500)}\"}}")),
            50).SelectMany(one => one)]);
        yield return EndlessFrames(
            "messages nobody knows without end",
            [],
            [.. Enumerable.Repeat(Frame(Final | Text, "{\"type\":\"noise\"}"u8), 200).SelectMany(one => one)]);
    }

    private static HostileKind Message(string name, params string[] messages)
        => Ws(name, [.. messages.Select(message => Frame(Final | Text, Encoding.UTF8.GetBytes(message)))]);

    private static string Members(string type, string value)
        => $"{{\"type\":\"{type}\",\"content\":{value},\"usage\":{value},\"cost\":{value},\"model\":{value},\"error\":{value},\"status\":{value},\"result\":{value},\"execution_log\":{value},\"artifacts\":{value}}}";
}
