using System.Globalization;

namespace Valentina.Testing;

/// <summary>A limit on the number of requests of one key: a bucket that fills again steadily.</summary>
/// <remarks>
/// A client learns the limit from the first answer and keeps to it, so that it never meets a 429. To see one, switch
/// <see cref="ClientOptions.Pacing"/> off, or script it: <c>fake.On(route).Fails(429)</c>.
/// </remarks>
public sealed class FakeRateLimit
{
    /// <summary>Creates a limit.</summary>
    /// <param name="name">The policy's name.</param>
    /// <param name="quota">How many requests a full bucket allows.</param>
    /// <param name="window">How long an empty bucket takes to fill.</param>
    public FakeRateLimit(string name, int quota, TimeSpan window)
    {
        Name = name;
        Quota = quota;
        Window = window;
    }

    /// <summary>The policy's name.</summary>
    public string Name { get; }

    /// <summary>How many requests a full bucket allows.</summary>
    public int Quota { get; }

    /// <summary>How long an empty bucket takes to fill.</summary>
    public TimeSpan Window { get; }

    /// <summary>Policies with a higher number are asked first.</summary>
    public int Priority { get; init; }

    /// <summary>The operations it holds for, all together; null for every one.</summary>
    public IReadOnlyCollection<FakeRoute>? Routes { get; init; }

    /// <summary>Whether its state is told in the headers <c>RateLimit</c> and <c>RateLimit-Policy</c>.</summary>
    public bool SendsHeaders { get; init; } = true;
}

/// <summary>Buckets per key and policy.</summary>
internal sealed class RateLimiter(IReadOnlyList<FakeRateLimit> configured, TimeProvider clock)
{
    private static readonly FakeRateLimit Registration = new("user_registration", 30, TimeSpan.FromMinutes(30));
    private static readonly FakeRateLimit Upload = new("asset_upload", 50, TimeSpan.FromMinutes(10));
    private static readonly FakeRateLimit Rotation = new("developer_key_rotation", 5, TimeSpan.FromHours(1));

    /// <summary>Those of single routes come last.</summary>
    private readonly List<FakeRateLimit> _configured =
        [.. configured.OrderBy(limit => limit.Routes is not null).ThenByDescending(limit => limit.Priority)];
    private readonly Dictionary<(string Key, string Policy), Bucket> _buckets = [];

    /// <summary>Takes a token of every policy that applies, and writes the headers.</summary>
    /// <returns>The wait where a bucket is empty; null when the request may pass.</returns>
    public TimeSpan? Take(string key, string operationId, bool isUpload, IDictionary<string, string> headers)
    {
        var told = new List<(FakeRateLimit Limit, Bucket Bucket)>();
        foreach (var limit in Applying(operationId, isUpload))
        {
            var bucket = Bucket.Of(_buckets, key, limit, clock.GetUtcNow());
            if (bucket.Tokens < 1)
            {
                if (limit.SendsHeaders)
                {
                    Write([(limit, bucket)], headers);
                }

                return bucket.UntilNext(limit);
            }

            bucket.Tokens--;
            if (limit.SendsHeaders)
            {
                told.Add((limit, bucket));
            }
        }

        Write(told, headers);
        return null;
    }

    private static void Write(List<(FakeRateLimit Limit, Bucket Bucket)> told, IDictionary<string, string> headers)
    {
        if (told.Count == 0)
        {
            return;
        }

        headers["RateLimit-Policy"] = string.Join(", ", told.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"\"{one.Limit.Name}\";q={one.Limit.Quota};w={(int)one.Limit.Window.TotalSeconds}")));
        headers["RateLimit"] = string.Join(", ", told.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"\"{one.Limit.Name}\";r={(int)one.Bucket.Tokens};t={(one.Bucket.Tokens >= 1 ? 0 : (int)Math.Ceiling(one.Bucket.UntilNext(one.Limit).TotalSeconds))}")));
    }

    private IEnumerable<FakeRateLimit> Applying(string operationId, bool isUpload)
    {
        foreach (var limit in _configured)
        {
            if (limit.Routes is null || limit.Routes.Any(route => route.OperationId == operationId))
            {
                yield return limit;
            }
        }

        if (isUpload)
        {
            yield return Upload;
        }
        else if (operationId == "identifyUser")
        {
            yield return Registration;
        }
        else if (operationId == "regenerateDeveloperMeApiKey")
        {
            yield return Rotation;
        }
    }

    private sealed class Bucket
    {
        private DateTimeOffset _filledAt;

        public double Tokens { get; set; }

        public static Bucket Of(
            Dictionary<(string Key, string Policy), Bucket> buckets, string key, FakeRateLimit limit, DateTimeOffset now)
        {
            if (!buckets.TryGetValue((key, limit.Name), out var bucket))
            {
                buckets[(key, limit.Name)] = bucket = new Bucket { Tokens = limit.Quota, _filledAt = now };
            }

            bucket.Tokens = Math.Min(limit.Quota, bucket.Tokens + ((now - bucket._filledAt) / limit.Window * limit.Quota));
            bucket._filledAt = now;
            return bucket;
        }

        public TimeSpan UntilNext(FakeRateLimit limit) => limit.Window / limit.Quota * Math.Max(0, 1 - Tokens);
    }
}
