using System.Globalization;
using System.Net;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>
/// Which attempt is repeated: operation and mark × key × status or error, each without a hint, with one, and with one too long, on both
/// paths. R = repeated, a dot = not.
/// </summary>
public sealed class RetryTableTests
{
    /// <summary>Without the caller's permission. "k" rows carry an idempotency key.</summary>
    private const string ByItself = """
        operation      key  500 502 503 504 429 408 501 400 401 403 404 405 409 413 422 cut timeout refused
        Get            -    R   R   R   R   R   .   .   .   .   .   .   .   .   .   .   R   R       R
        Delete         -    R   R   R   R   R   .   .   .   .   .   .   .   .   .   .   R   R       R
        HarmlessPut    -    R   R   R   R   R   .   .   .   .   .   .   .   .   .   .   R   R       R
        HarmlessPut    k    R   R   R   R   R   .   .   .   .   .   .   .   .   .   .   R   R       R
        Post           -    .   .   .   .   R   .   .   .   .   .   .   .   .   .   .   .   .       .
        Post           k    R   R   R   R   R   .   .   .   .   .   .   .   .   .   .   R   .       R
        Patch          -    .   .   .   .   R   .   .   .   .   .   .   .   .   .   .   .   .       .
        Patch          k    R   R   R   R   R   .   .   .   .   .   .   .   .   .   .   R   .       R
        SpendingPut    -    .   .   .   .   R   .   .   .   .   .   .   .   .   .   .   .   .       .
        SpendingPut    k    R   R   R   R   R   .   .   .   .   .   .   .   .   .   .   R   .       R
        ResiduePost    -    .   .   .   .   R   .   .   .   .   .   .   .   .   .   .   .   .       .
        ResiduePost    k    .   .   .   .   R   .   .   .   .   .   .   .   .   .   .   R   .       R
        Upload         -    .   .   .   .   R   .   .   .   .   .   .   .   .   .   .   .   .       .
        Upload         k    .   .   .   .   R   .   .   .   .   .   .   .   .   .   .   R   .       R
        Billed         -    .   .   .   .   R   .   .   .   .   .   .   .   .   .   .   .   .       R
        """;

    /// <summary>With <see cref="RequestOptions.AllowRepeat"/>.</summary>
    private const string WhenAllowed = """
        operation      key  500 502 503 504 429 408 501 400 404 409 cut timeout refused
        Get            -    R   R   R   R   R   .   .   .   .   .   R   R       R
        Post           -    R   R   R   R   R   .   .   .   .   .   R   R       R
        Post           k    R   R   R   R   R   .   .   .   .   .   R   R       R
        Patch          -    R   R   R   R   R   .   .   .   .   .   R   R       R
        SpendingPut    -    R   R   R   R   R   .   .   .   .   .   R   R       R
        ResiduePost    k    .   .   .   .   R   .   .   .   .   .   R   R       R
        Upload         k    .   .   .   .   R   .   .   .   .   .   R   R       R
        Billed         -    R   R   R   R   R   .   .   .   .   .   R   R       R
        """;

    public static TheoryData<string, bool, string, bool, bool> Cells()
    {
        var cells = new TheoryData<string, bool, string, bool, bool>();
        foreach (var (table, isAllowed) in new[] { (ByItself, false), (WhenAllowed, true) })
        {
            var lines = table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            foreach (var line in lines.Skip(1))
            {
                for (var column = 2; column < line.Length; column++)
                {
                    cells.Add(line[0], line[1] == "k", lines[0][column].Trim(), isAllowed, line[column].Trim() == "R");
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("Defect", "D33")]
    [Trait("Defect", "D34")]
    [Trait("Defect", "D36")]
    public async Task An_attempt_is_repeated_exactly_where_that_is_safe(
        string operation, bool hasKey, string error, bool isAllowed, bool isRepeated)
    {
        foreach (var sync in new[] { false, true })
        {
            await CheckAsync(sync, operation, hasKey, error, isAllowed, null, isRepeated, TimeSpan.FromSeconds(1));
            if (char.IsAsciiDigit(error[0]))
            {
                await CheckAsync(sync, operation, hasKey, error, isAllowed, "7", isRepeated, TimeSpan.FromSeconds(7));
                await CheckAsync(sync, operation, hasKey, error, isAllowed, "61", false, TimeSpan.Zero);
            }
        }
    }

    private static async Task CheckAsync(
        bool sync, string operation, bool hasKey, string error, bool isAllowed, string? hint, bool isRepeated, TimeSpan wait)
    {
        var time = new AutoTimeProvider();
        var handler = new StubHandler((index, _, _) => index == 0 ? Fail(error, hint) : StubHandler.Json(HttpStatusCode.OK, "{}"))
        {
            ReadsBodies = error != "refused"
        };
        using var connection = TestConnection.Over(handler, options => options.AutoIdempotencyKeys = false, time);
        var options = new RequestOptions { IdempotencyKey = hasKey ? "k-1" : null, AllowRepeat = isAllowed };

        var call = () => connection.CallAsync<Thing>(sync, Request(operation), options);

        if (isRepeated)
        {
            await call.Should().NotThrowAsync();
            handler.Sent.Should().HaveCount(2);
            handler.Sent[1].Body.Should().Equal(handler.Sent[0].Body);
            handler.Sent[1].Header("Idempotency-Key").Should().Be(hasKey ? "k-1" : null);
            time.Waits.Should().Equal(wait);
        }
        else
        {
            await call.Should().ThrowAsync<ValentinaException>();
            handler.Sent.Should().HaveCount(1);
            time.Waits.Should().BeEmpty();
        }
    }

    private static HttpResponseMessage Fail(string error, string? hint) => error switch
    {
        "cut" => throw new HttpRequestException("cut", new IOException("connection reset")),
        "refused" => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
        "timeout" => throw new TaskCanceledException("timeout", new TimeoutException()),
        _ => StubHandler.Json(
            (HttpStatusCode)int.Parse(error, CultureInfo.InvariantCulture),
            """{"detail":"no"}""",
            "application/json",
            hint is null ? [] : [("Retry-After", hint)]),
    };

    private static ApiRequest Request(string operation)
    {
        var field = (ApiOperation)typeof(Ops).GetField(operation)!.GetValue(null)!;
        return operation == "Upload"
            ? new ApiRequest(field).Literal("/api/v1/things/7/assets").Form("file", FileUpload.FromBytes("a.png", new byte[] { 1, 2, 3 }))
            : Ops.Request(field);
    }
}
