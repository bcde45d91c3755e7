namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>The messages that scripted sockets exchange.</summary>
internal static class SocketMessages
{
    public const string Done =
        """{"type":"done","usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3},"cost":0.5,"model":"haiku"}""";

    public static byte[] Request { get; } = """{"type":"chat"}"""u8.ToArray();

    public static string Token(string text) => $$"""{"type":"token","content":"{{text}}"}""";
}
