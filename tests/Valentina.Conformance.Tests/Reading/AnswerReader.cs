using System.Collections;
using System.Reflection;
using Valentina.Conformance.Raw;
using Valentina.Json.Codecs;
using Valentina.Raw;

namespace Valentina.Conformance.Tests.Reading;

/// <summary>What the client of an operation reads its answer with: the very code a call runs, found by making the call.</summary>
internal sealed class AnswerReader
{
    private AnswerReader(Type type, Func<byte[], object?> read)
    {
        Type = type;
        Read = read;
    }

    /// <summary>What the operation is answered by.</summary>
    public Type Type { get; }

    /// <summary>Reads an answer.</summary>
    public Func<byte[], object?> Read { get; }

    /// <summary>The reader of an operation; null where it has no answer to read.</summary>
    public static AnswerReader? Of(RawApi api, string operation)
    {
        if (!api.TryFind(operation, synchronous: true, out var method))
        {
            return null;
        }

        var connection = new Capture();
        var client = Activator.CreateInstance(
            method.DeclaringType!, BindingFlags.Instance | BindingFlags.NonPublic, null, [connection], null);
        method.Invoke(client, [.. method.GetParameters().Select(Argument)]);
        return connection.Reader;
    }

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(Guid) => Guid.NewGuid(),
        var type when type == typeof(string) => "x",
        _ when parameter.HasDefaultValue => null,
        var type when type == typeof(FileUpload) => FileUpload.FromBytes("x.png", new byte[] { 1 }),
        var type when typeof(IOpenEnum).IsAssignableFrom(type) => ((IList)type.GetProperty("KnownValues")!.GetValue(null)!)[0],
        var type when type.IsGenericType => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        var type => Activator.CreateInstance(type),
    };

    /// <summary>Answers nothing, and keeps what would have read the answer.</summary>
    private sealed class Capture : IApiConnection
    {
        public AnswerReader? Reader { get; private set; }

        public Task<T> SendAsync<T>(
            ApiRequest request, JsonReading<T> read, RequestOptions? options, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public Task<FileDownload> DownloadAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public T Send<T>(ApiRequest request, JsonReading<T> read, RequestOptions? options, CancellationToken cancellationToken)
        {
            Reader = new AnswerReader(typeof(T), body => global::Valentina.Json.WireJson.Read(body, read));
            return default!;
        }

        public void Send(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        {
        }

        public FileDownload Download(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) => null!;
    }
}
