using Valentina.ClaudeCode.Models;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>What a request makes of single values of its path and query, and what it says of those it refuses.</summary>
public sealed class RequestValueTests
{
    private static readonly Guid Id = Guid.Parse("01A20190-CB47-7136-B945-F4BAB262D58B");

    [Fact]
    public void An_id_stands_in_the_path_in_small_letters()
        => new ApiRequest(Ops.Get).Literal("/a/").Segment("id", Id).Literal("/b").RelativeUrl
            .Should().Be("/a/01a20190-cb47-7136-b945-f4bab262d58b/b");

    [Theory]
    [InlineData(true, "?flag=true")]
    [InlineData(false, "?flag=false")]
    public void A_flag_is_a_word(bool flag, string query)
        => new ApiRequest(Ops.Get).Query("flag", flag).RelativeUrl.Should().Be(query);

    [Fact]
    public void Without_a_company_it_says_how_to_choose_one()
        => Refused(() => new ApiRequest(Ops.Get).Segment("company_id", Guid.Empty))
            .Should().StartWith("company_id is required here: choose a company").And.Contain("VALENTINA_CLIENT_DEFAULT_COMPANY_ID");

    [Fact]
    public void Any_other_empty_id_is_named()
    {
        Refused(() => new ApiRequest(Ops.Get).Segment("user_id", Guid.Empty)).Should().Be("user_id must not be empty");
        Refused(() => new ApiRequest(Ops.Get).Query("user_id", Guid.Empty)).Should().Be("user_id must not be empty");
    }

    [Theory]
    [InlineData("", "id must not be empty")]
    [InlineData(" ", "id must not be empty")]
    [InlineData(".", "id must not be a dot segment")]
    [InlineData("..", "id must not be a dot segment")]
    public void A_segment_that_would_change_the_path_is_refused(string value, string error)
        => Refused(() => new ApiRequest(Ops.Get).Segment("id", value)).Should().Be(error);

    [Fact]
    public void A_character_that_no_database_stores_is_refused_wherever_it_stands()
    {
        const string Text = "a\0b";
        Func<ApiRequest>[] places =
        [
            () => new ApiRequest(Ops.Get).Segment("q", Text),
            () => new ApiRequest(Ops.Get).Query("q", Text),
            () => new ApiRequest(Ops.Get).Query("q", new[] { "a", Text }),
        ];

        foreach (var place in places)
        {
            Refused(place).Should().StartWith("q ").And.Contain("U+0000");
        }
    }

    [Fact]
    public void A_value_outside_of_a_closed_set_is_refused_and_the_right_ones_are_named()
    {
        var unknown = ClaudeModel.Parse("gpt");
        Func<ApiRequest>[] places =
        [
            () => new ApiRequest(Ops.Get).KnownSegment("model", unknown),
            () => new ApiRequest(Ops.Get).KnownQuery<ClaudeModel>("model", unknown),
            () => new ApiRequest(Ops.Get).KnownQuery<ClaudeModel>("model", [ClaudeModel.Haiku, unknown]),
        ];

        foreach (var place in places)
        {
            Refused(place).Should().StartWith("model must be one of ").And.Contain("haiku").And.EndWith(", but is 'gpt'");
        }
    }

    [Fact]
    public void Values_of_a_closed_set_are_sent_as_the_server_calls_them()
    {
        new ApiRequest(Ops.Get).Literal("/").KnownSegment("model", ClaudeModel.Haiku).RelativeUrl.Should().Be("/haiku");
        new ApiRequest(Ops.Get).KnownQuery<ClaudeModel>("model", ClaudeModel.Haiku).RelativeUrl.Should().Be("?model=haiku");
        new ApiRequest(Ops.Get).KnownQuery<ClaudeModel>("model", [ClaudeModel.Haiku, ClaudeModel.Opus]).RelativeUrl
            .Should().Be("?model=haiku&model=opus");
        new ApiRequest(Ops.Get).KnownQuery<ClaudeModel>("model", (ClaudeModel?)null).RelativeUrl.Should().BeEmpty();
        new ApiRequest(Ops.Get).KnownQuery<ClaudeModel>("model", (IEnumerable<ClaudeModel>?)null).RelativeUrl.Should().BeEmpty();
    }

    [Fact]
    public void A_value_of_an_open_set_that_was_never_set_is_refused()
        => Refused(() => new ApiRequest(Ops.Get).Query("model", default(ClaudeModel)))
            .Should().Be("model must be set to one of its values");

    [Fact]
    public void An_entry_of_a_list_that_is_missing_is_an_empty_one()
        => new ApiRequest(Ops.Get).Query("q", new[] { "a", null }).RelativeUrl.Should().Be("?q=a&q=");

    private static string Refused(Func<ApiRequest> build)
        => build.Should().Throw<RequestValidationException>().Which.Errors.Should().ContainSingle().Which.ToString();
}
