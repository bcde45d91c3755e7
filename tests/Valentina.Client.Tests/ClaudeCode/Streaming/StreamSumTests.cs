using System.Text;
using System.Text.Json;
using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>What the end of an answer says of tokens and money.</summary>
public sealed class StreamSumTests
{
    [Theory]
    [InlineData("""{"type":"done","usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3},"cost":0.5}""", 3L, 0.5)]
    [InlineData("""{"cost":"0.25","usage":{"total_tokens":7}}""", 7L, 0.25)]
    [InlineData("""{"usage":null,"cost":null}""", null, 0)]
    [InlineData("""{"nested":{"usage":{"total_tokens":7},"cost":1}}""", null, 0)]
    [InlineData("{}", null, 0)]
    public void Both_are_read_where_they_are_there(string json, long? tokens, double cost)
    {
        var sum = StreamSum.Read(Encoding.UTF8.GetBytes(json));

        (sum.Usage?.TotalTokens, sum.Cost).Should().Be((tokens, (decimal)cost));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"usage":{}} {}""")]
    public void What_is_no_object_has_no_sum(string json)
        => FluentActions.Invoking(() => StreamSum.Read(Encoding.UTF8.GetBytes(json))).Should().Throw<JsonException>();
}
