using System.Net;
using Valentina.ClaudeCode.Streaming;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>A service in process whose sockets answer each text by a script.</summary>
internal sealed class ScriptedSocket(
    Func<string, IEnumerable<SocketStep>> script, TimeProvider? time = null) : HttpMessageHandler, ISocketConversation
{
    public Uri Address { get; } = new("http://claude.test/v1/stream");

    public List<string> Requests { get; } = [];

    /// <summary>How many handshakes there were.</summary>
    public int Connections { get; private set; }

    public IEnumerable<SocketStep> OnText(string message)
    {
        Requests.Add(message);
        return script(message);
    }

    public IEnumerable<SocketStep> OnBinary() => [SocketStep.Drop()];

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Connections++;
        var response = new HttpResponseMessage(HttpStatusCode.SwitchingProtocols)
        {
            RequestMessage = request,
            Content = new SocketUpgradeContent(new InProcessSocket(this, time ?? TimeProvider.System)),
        };
        response.Headers.Connection.Add("Upgrade");
        response.Headers.Upgrade.ParseAdd("websocket");
        response.Headers.TryAddWithoutValidation(
            "Sec-WebSocket-Accept", StreamHandshake.AcceptFor(request.Headers.GetValues("Sec-WebSocket-Key").Single()));
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(Send(request, cancellationToken));
}
