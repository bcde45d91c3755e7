namespace Valentina.Testing.ClaudeCode.Sockets;

/// <summary>The service's side of one socket: what it does about each message, whoever carries the bytes.</summary>
internal interface ISocketConversation
{
    /// <summary>What the service does about a text message, lazily and in order.</summary>
    IEnumerable<SocketStep> OnText(string message);

    /// <summary>What the service does about a binary message.</summary>
    IEnumerable<SocketStep> OnBinary();
}
