using System.Net;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Which attempt is repeated: method × key × status or fault × mark, on both paths.</summary>
public sealed class RetryTableTests
{
    public static TheoryData<string, bool, string, bool> Table()
    {
        var rows = new TheoryData<string, bool, string, bool>();
        void Row(string operation, string keys, string fault, bool repeated)
        {
            foreach (var key in keys)
            {
                rows.Add(operation, key == 'k', fault, repeated);
            }
        }

        foreach (var fault in new[] { "500", "502", "503", "504", "cut", "timeout" })
        {
            Row("Get", "-", fault, true);
            Row("Delete", "-", fault, true);
            Row("HarmlessPut", "-k", fault, true);
        }

        foreach (var fault in new[] { "500", "502", "503", "504", "cut" })
        {
            foreach (var operation in new[] { "Post", "Patch", "SpendingPut" })
            {
                Row(operation, "k", fault, true);
                Row(operation, "-", fault, false);
            }

            Row("Billed", "-", fault, false);
        }

        foreach (var operation in new[] { "Post", "Patch", "SpendingPut", "ResiduePost", "Upload" })
        {
            Row(operation, "-k", "timeout", false);
            Row(operation, "-k", "429", true);
        }

        foreach (var operation in new[] { "ResiduePost", "Upload" })
        {
            Row(operation, "-k", "500", false);
            Row(operation, "-k", "503", false);
            Row(operation, "k", "cut", true);
            Row(operation, "-", "cut", false);
        }

        Row("Get", "-", "429", true);
        Row("Delete", "-", "429", true);
        Row("Billed", "-", "429", true);
        Row("Billed", "-", "timeout", false);
        Row("Billed", "-", "refused", true);
        Row("Post", "-", "refused", false);
        foreach (var fault in new[] { "400", "401", "403", "404", "405", "408", "409", "413", "422", "501" })
        {
            Row("Get", "-", fault, false);
            Row("Post", "k", fault, false);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task An_attempt_is_repeated_exactly_where_that_is_safe(string operation, bool hasKey, string fault, bool repeated)
    {
        foreach (var sync in new[] { false, true })
        {
            var handler = new StubHandler((index, _, _) => index == 0 ? Fail(fault) : StubHandler.Json(HttpStatusCode.OK, "{}")) { ReadsBodies = fault != "refused" };
            using var connection = TestConnection.Over(handler, options => options.AutoIdempotencyKeys = false);
            var options = hasKey ? new RequestOptions { IdempotencyKey = "k-1" } : null;

            var call = () => connection.CallAsync<Thing>(sync, Request(operation), options);

            if (repeated)
            {
                await call.Should().NotThrowAsync();
                handler.Sent.Should().HaveCount(2);
                handler.Sent[1].Body.Should().Equal(handler.Sent[0].Body);
                handler.Sent[1].Header("Idempotency-Key").Should().Be(hasKey ? "k-1" : null);
            }
            else
            {
                await call.Should().ThrowAsync<ValentinaException>();
                handler.Sent.Should().HaveCount(1);
            }
        }
    }

    private static HttpResponseMessage Fail(string fault) => fault switch
    {
        "cut" => throw new HttpRequestException("cut", new IOException("connection reset")),
        "refused" => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
        "timeout" => throw new TaskCanceledException("timeout", new TimeoutException()),
        _ => StubHandler.Json((HttpStatusCode)int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture), """{"detail":"no"}"""),
    };

    private static ApiRequest Request(string operation)
    {
        var field = (ApiOperation)typeof(Ops).GetField(operation)!.GetValue(null)!;
        return operation == "Upload"
            ? new ApiRequest(field).Literal("/api/v1/things/7/assets").Form("file", FileUpload.FromBytes("a.png", new byte[] { 1, 2, 3 }))
            : Ops.Request(field);
    }
}
