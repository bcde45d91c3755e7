using System.Text;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>What happens to an answer on its way.</summary>
public enum FakeFault
{
    /// <summary>It arrives.</summary>
    None,

    /// <summary>The connection is cut before anything arrives.</summary>
    CutConnection,

    /// <summary>The connection is cut after a part of the body (<see cref="FakeResponse.TruncateAfter"/>).</summary>
    TruncateBody,
}

/// <summary>An answer of an engine, and what the host is to do with it.</summary>
public sealed class FakeResponse
{
    /// <summary>The status code.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The headers; names compare without case. <c>Content-Type</c> is among them, <c>Content-Length</c> is the host's.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>How long the host waits before it answers, on the engine's clock.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>What happens to the answer on its way.</summary>
    public FakeFault Fault { get; set; }

    /// <summary>What stands in for <see cref="Body"/> within the process: the connection after an upgrade.</summary>
    internal HttpContent? Content { get; set; }

    /// <summary>How many bytes of the body arrive before the connection is cut.</summary>
    public int TruncateAfter { get; set; }

    /// <summary>An answer with a JSON body.</summary>
    public static FakeResponse Json(int status, JsonNode? body, string contentType = "application/json")
    {
        var response = new FakeResponse { Status = status, Body = body is null ? "null"u8.ToArray() : Bytes(body) };
        response.Headers["Content-Type"] = contentType;
        return response;
    }

    /// <summary>An answer with a text body, sent as it is.</summary>
    public static FakeResponse Text(int status, string body, string contentType = "application/json")
    {
        var response = new FakeResponse { Status = status, Body = Encoding.UTF8.GetBytes(body) };
        response.Headers["Content-Type"] = contentType;
        return response;
    }

    /// <summary>An answer without a body.</summary>
    public static FakeResponse Empty(int status) => new() { Status = status };

    /// <summary>A copy that a host may change.</summary>
    internal FakeResponse Copy()
    {
        var copy = new FakeResponse { Status = Status, Body = Body, Delay = Delay, Fault = Fault, TruncateAfter = TruncateAfter };
        foreach (var (name, value) in Headers)
        {
            copy.Headers[name] = value;
        }

        return copy;
    }

    internal static byte[] Bytes(JsonNode body)
    {
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream, JsonText.WriterOptions))
        {
            body.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
