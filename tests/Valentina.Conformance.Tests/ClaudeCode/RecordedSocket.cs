using System.Net;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Streaming;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>A service that answers each request of a recorded session with what was recorded after it, at the recorded times.</summary>
internal sealed class RecordedSocket : HttpMessageHandler, ISocketConversation
{
    private readonly JObject _session;
    private readonly TimeProvider _time;
    private readonly Queue<List<SocketStep>> _answers = new();

    public RecordedSocket(JObject session, TimeProvider time)
    {
        _session = session;
        _time = time;
        List<SocketStep>? answer = null;
        long last = 0;
        var pipelined = new Queue<List<SocketStep>>();
        foreach (var @event in session["events"]!)
        {
            var at = (long)@event["t"]!;
            switch ((string?)@event["dir"])
            {
                case "send":
                    pipelined.Enqueue([]);
                    _answers.Enqueue(pipelined.Last());
                    last = at;
                    break;
                case "recv":
                    answer ??= pipelined.Dequeue();
                    var frame = @event["data"]!;
                    answer.Add(SocketStep.Text(
                        frame.ToString(Newtonsoft.Json.Formatting.None), TimeSpan.FromMilliseconds(Math.Max(0, at - last))));
                    last = at;
                    if ((string?)frame["type"] is "done" or "result" or "error")
                    {
                        LastAnswer = answer;
                        answer = null;
                    }

                    break;
            }
        }

        Close(answer ?? (pipelined.Count > 0 ? pipelined.Dequeue() : LastAnswer));
    }

    public List<JObject> Requests { get; } = [];

    public int Handshakes { get; private set; }

    /// <summary>The connection of the last handshake.</summary>
    public InProcessSocket? Connection { get; private set; }

    private List<SocketStep>? LastAnswer { get; }

    public IEnumerable<SocketStep> OnText(string message)
    {
        Requests.Add(JObject.Parse(message));
        return _answers.Count > 0 ? _answers.Dequeue() : [];
    }

    public IEnumerable<SocketStep> OnBinary() => [SocketStep.Drop()];

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Handshakes++;
        if ((int)_session["handshake_status"]! is not 101 and var status)
        {
            return new HttpResponseMessage((HttpStatusCode)status)
            {
                RequestMessage = request,
                Content = new StringContent((string?)_session["handshake_body"] ?? "")
            };
        }

        Connection = new InProcessSocket(this, _time);
        var response = new HttpResponseMessage(HttpStatusCode.SwitchingProtocols)
        {
            RequestMessage = request,
            Content = new SocketUpgradeContent(Connection)
        };
        response.Headers.Connection.Add("Upgrade");
        response.Headers.Upgrade.ParseAdd("websocket");
        response.Headers.TryAddWithoutValidation(
            "Sec-WebSocket-Accept", StreamHandshake.AcceptFor(request.Headers.GetValues("Sec-WebSocket-Key").Single()));
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(Send(request, cancellationToken));

    /// <summary>How the service itself ended the session, if it did.</summary>
    private void Close(List<SocketStep>? answer)
    {
        var by = (string?)_session.SelectToken("close.by");
        if (by == "abnormal")
        {
            answer?.Add(SocketStep.Drop());
        }
        else if (by == "server" && (int)_session.SelectToken("close.code")! is not 1000 and var code)
        {
            answer?.Add(SocketStep.Close(code));
        }
    }
}
