using Valentina.ClaudeCode;
using Valentina.Client.Tests.Connection;
using Valentina.Client.Tests.Services;
using Valentina.Models;
using Valentina.Validation;

namespace Valentina.Client.Tests.Validation;

/// <summary>The character U+0000 fails on the server in every text, so it is refused before sending, wherever it stands.</summary>
public sealed class NulTests
{
    private const string Nul = "Ann\0a";

    private static readonly Guid Id = ServiceHarness.Id;

    private static readonly Dictionary<string, Func<ServiceHarness, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["name"] = given => given.Acting.Campaigns.CreateAsync(new CampaignCreate { Name = Nul }),
        ["description"] = given => given.Acting.Campaigns.UpdateAsync(Id, new CampaignPatch { Description = Nul }),
        ["mage_attributes.sphere"] = given => given.Acting.Characters.UpdateAsync(
            Id, new CharacterPatch { MageAttributes = new MageAttributesPatch { Sphere = Nul } }),
        ["synonyms[1]"] = given => given.Acting.Dictionary.CreateAsync(
            new DictionaryTermCreate { Term = "term", Definition = "text", Synonyms = ["one", Nul] }),
        ["provider_audiences.apple[0]"] = given => given.Client.Developer.UpdateMeAsync(new DeveloperPatch
        {
            ProviderAudiences = new Dictionary<string, IReadOnlyList<string>> { ["apple"] = [Nul] },
        }),
        ["term"] = given => given.Acting.Dictionary.GetPageAsync(Nul),
        ["email"] = given => given.Client.UserLookup.ByEmailAsync(Nul),
    };

    public static TheoryData<string> Members() => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public async Task A_text_with_it_is_refused_by_the_name_of_its_member_and_nothing_is_sent(string member)
    {
        using var given = new ServiceHarness();

        var refusal = await FluentActions.Awaiting(() => Calls[member](given)).Should().ThrowAsync<RequestValidationException>();

        refusal.Which.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Member = member, Message = "must not contain the character U+0000" });
        given.Server.Sent.Should().BeEmpty();
    }

    [Fact]
    public void A_key_of_a_map_with_it_is_refused_too()
    {
        using var given = new ServiceHarness();
        var patch = new DeveloperPatch { ProviderAudiences = new Dictionary<string, IReadOnlyList<string>> { ["app\0le"] = [] } };

        given.Client.Invoking(client => client.Developer.UpdateMe(patch)).Should().Throw<RequestValidationException>()
            .Which.Errors.Should().Contain(fault => fault.Member.StartsWith("provider_audiences") && fault.Message.Contains("U+0000"));
        given.Server.Sent.Should().BeEmpty();
    }

    [Fact]
    public void It_is_told_together_with_everything_else_that_is_wrong()
    {
        using var given = new ServiceHarness();

        given.Acting.Invoking(scope => scope.Campaigns.Create(new CampaignCreate { Name = "a\0", Danger = 6 }))
            .Should().Throw<RequestValidationException>()
            .Which.Errors.Select(fault => fault.ToString()).Should().Equal(
                "name must have at least 3 characters, but has 2",
                "danger must be at most 5, but is 6",
                "name must not contain the character U+0000");
    }

    [Fact]
    public async Task A_prompt_for_Claude_is_sent_as_it_is()
    {
        using var server = StubHandler.Always(() => StubHandler.Json(
            System.Net.HttpStatusCode.OK, """{"total":0,"completed":0,"failed":0,"results":[],"total_cost":0,"total_tokens":0}"""));
        using var client = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = "https://claude.example", ApiKey = "key" }, server);

        await client.BatchAsync(new[] { Nul });

        server.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"a":{"b":["x","\u0000"]}}""", "a.b[1]")]
    [InlineData("""["\u0000"]""", "[0]")]
    [InlineData("\"\\u0000\"", "body")]
    [InlineData("""{"a":"the text \\u0000"}""", null)]
    public void The_member_is_found_in_any_body(string json, string? member)
        => NulCheck.FindMembers(System.Text.Encoding.UTF8.GetBytes(json)).Should().Equal(member is null ? [] : [member]);
}
