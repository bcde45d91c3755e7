using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>What the contract says of single parameters is checked while the request is built; each fault is told by its name.</summary>
public sealed class RequestCheckTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(1L, null)]
    [InlineData(100L, null)]
    [InlineData(0L, "getThing: limit must be at least 1, but is 0")]
    [InlineData(-7L, "getThing: limit must be at least 1, but is -7")]
    [InlineData(101L, "getThing: limit must be at most 100, but is 101")]
    public void A_number_keeps_to_its_limits(long? value, string? error)
        => Expect(error, static (request, given) => request.InRange("limit", given, 1, 100), value);

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_number_without_limits_is_any(long value)
        => Expect(null, static (request, given) => request.InRange("limit", given, null, null), value);

    [Theory]
    [InlineData(0, "getThing: body must have at least 1 items, but has 0")]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(4, "getThing: body must have at most 3 items, but has 4")]
    public void A_list_keeps_to_its_length_and_is_read_once(int count, string? error)
    {
        var read = 0;

        Expect(error, (request, given) => request.JsonList(Items(given), 1, 3), count);
        Expect(error, static (request, given) => request.JsonList(Enumerable.Range(0, given).ToList(), 1, 3), count);

        read.Should().Be(count);

        IEnumerable<int> Items(int wanted)
        {
            for (var item = 0; item < wanted; item++)
            {
                read++;
                yield return item;
            }
        }
    }

    [Fact]
    public void No_list_is_no_empty_list()
        => FluentActions.Invoking(() => new ApiRequest(Ops.Get).JsonList<int>(null!, 0, 3)).Should().Throw<ArgumentNullException>()
            .WithParameterName("body");

    [Fact]
    public void One_of_several_parameters_is_enough_and_none_is_not()
    {
        Expect(null, static (request, _) => request.AtLeastOne("email", "give one", null, "x"), 0);
        Expect(null, static (request, _) => request.AtLeastOne("email", "give one", "x", null), 0);
        Expect("getThing: email is missing: give one", static (request, _) => request.AtLeastOne("email", "give one", null, null), 0);
    }

    [Fact]
    public void What_must_be_there_is_asked_for_at_once()
    {
        var file = FileUpload.FromBytes("a.png", new byte[] { 1 });

        FluentActions.Invoking(() => new ApiRequest(Ops.Upload).Form("", file)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new ApiRequest(Ops.Upload).Form("file", null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new ApiRequest(Ops.Upload).Bytes("image/png", null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new ApiRequest(Ops.Get).Header("X-A", "ü")).Should().Throw<RequestValidationException>()
            .WithMessage("getThing: X-A must be printable ASCII*");
    }

    [Fact]
    public void Every_field_of_a_form_is_kept()
        => new ApiRequest(Ops.Post).Field("a", 1).Field("b", "x").Field("c", new[] { true }).WriteFields().Should().Be("a=1&b=x&c=true");

    private static void Expect<T>(string? error, Func<ApiRequest, T, ApiRequest> check, T given)
    {
        var request = new ApiRequest(Ops.Get);
        var checking = () => check(request, given);

        if (error is null)
        {
            checking().Should().BeSameAs(request);
        }
        else
        {
            checking.Should().Throw<RequestValidationException>().Which.Message.Should().Be(error);
        }
    }
}
