using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>What an operation says of itself where the contract is silent.</summary>
public sealed class OperationTests
{
    [Theory]
    [InlineData("GET", true)]
    [InlineData("HEAD", true)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", true)]
    [InlineData("POST", false)]
    [InlineData("PATCH", false)]
    public void Doing_it_twice_is_harmless_by_its_method(string method, bool isRepeatable)
        => new ApiOperation("x", new HttpMethod(method), "/x").IsRepeatable.Should().Be(isRepeatable);

    [Fact]
    public void It_is_told_by_method_template_and_id()
        => new ApiOperation("getThing", HttpMethod.Get, "/things/{id}").ToString().Should().Be("GET /things/{id} (getThing)");

    [Theory]
    [InlineData(null, "getThing was given no request, or no patch, to send.*")]
    [InlineData("ReadAsync", "ReadAsync was given no request, or no patch, to send.*")]
    public void A_missing_request_is_refused_by_the_name_of_the_method_where_there_is_one(string? method, string message)
    {
        var operation = new ApiOperation("getThing", HttpMethod.Get, "/things/{id}") { MethodName = method };

        FluentActions.Invoking(() => operation.Given<string>(null, "patch"))
            .Should().Throw<ArgumentNullException>().WithParameterName("patch").WithMessage(message);
    }
}
