using System.Security.Cryptography;

namespace Valentina.Testing;

/// <summary>Answers kept by their idempotency key: for an hour, per API key, method and path; query and acting user do not count.</summary>
internal sealed class IdempotencyStore(TimeProvider clock)
{
    private const int LargestBody = 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Dictionary<(string ApiKey, string Method, string Path, string Key), Stored> _answers = [];

    /// <summary>What is known of a request: nothing, another request's bytes, or the answer to give again.</summary>
    public (ProblemException? Conflict, FakeResponse? Replay) Find(FakeRequest request, string apiKey)
    {
        if (Slot(request, apiKey) is not { } slot || !_answers.TryGetValue(slot, out var stored) || clock.GetUtcNow() - stored.At > Kept)
        {
            return (null, null);
        }

        return stored.Hash == Hash(request) ? (null, stored.Answer.Copy()) : (ProblemException.Conflict(OtherBody(slot.Key)), null);
    }

    /// <summary>Keeps an answer; only success up to one megabyte is kept.</summary>
    public void Keep(FakeRequest request, string apiKey, FakeResponse response)
    {
        if (Slot(request, apiKey) is { } slot && response.Status is >= 200 and < 300 && response.Body.Length <= LargestBody)
        {
            _answers[slot] = new Stored(Hash(request), response.Copy(), clock.GetUtcNow());
        }
    }

    private static string OtherBody(string key)
        => $"Idempotency key '{key}' was previously used with a different request body. "
           + "Each unique request must use a unique idempotency key.";

    private static (string ApiKey, string Method, string Path, string Key)? Slot(FakeRequest request, string apiKey)
        => request.Method is "POST" or "PUT" or "PATCH" && request.Header("Idempotency-Key") is { Length: > 0 } key
            ? (apiKey, request.Method, request.Url.AbsolutePath, key)
            : null;

    private static string Hash(FakeRequest request) => Convert.ToHexString(SHA256.HashData(request.Body.Span));

    private sealed record Stored(string Hash, FakeResponse Answer, DateTimeOffset At);
}
