using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Wire;

/// <summary>Whatever comes over the port is answered, and refused in the service's own words: never an empty 500, never silence.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private readonly FakeValentina _noir = new();
    private readonly FakeClaudeCode _claude = new();
    private Testing.FakeServer _noirServer = null!;
    private Testing.FakeServer _claudeServer = null!;

    public static TheoryData<string> Lines => [.. HostileRequests.Lines.Keys];

    public static TheoryData<string> Halves => [.. HostileRequests.Halves.Keys];

    public static TheoryData<string> Bodies => [.. HostileRequests.Bodies.Keys];

    public static TheoryData<string> MediaTypes => [.. HostileRequests.MediaTypes];

    private Target HandlerRegistry => new(
        "/api/v1/companies",
        $"/api/v1/companies/{_noir.CompanyId}/campaigns",
        $"X-API-KEY: {_noir.ApiKey}\r\nOn-Behalf-Of: {_noir.AdminId}\r\n");

    private Target Claude => new("/v1/usage", "/v1/chat/completions", $"Authorization: Bearer {_claude.ApiKey}\r\n");

    public async Task InitializeAsync()
    {
        _noirServer = await _noir.StartServerAsync();
        _claudeServer = await _claude.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await _noirServer.DisposeAsync();
        await _claudeServer.DisposeAsync();
        (_noir.Unforeseen ?? _claude.Unforeseen)
            .Should().BeNull("the engine knows what to do with every request; the net below it is for what nobody thought of");
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_header_host_or_framing(string name)
    {
        OwnShape.OfNoir(await RawHttp.SendAsync(_noirServer.BaseAddress, HostileRequests.Lines[name](HandlerRegistry)), name);
        OwnShape.OfClaude(await RawHttp.SendAsync(_claudeServer.BaseAddress, HostileRequests.Lines[name](Claude)), name);
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public async Task A_request_that_breaks_off(string name)
    {
        var noir = await RawHttp.SendAsync(_noirServer.BaseAddress, HostileRequests.Halves[name](HandlerRegistry), endsSending: true);
        var claude = await RawHttp.SendAsync(_claudeServer.BaseAddress, HostileRequests.Halves[name](Claude), endsSending: true);

        noir.Status.Should().BeOneOf(0, 400, 408);
        claude.Status.Should().BeOneOf(0, 400, 408);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body(string name)
    {
        OwnShape.OfNoir(await RawHttp.SendAsync(_noirServer.BaseAddress, HandlerRegistry.Post(HostileRequests.Bodies[name])), name);
        OwnShape.OfClaude(await RawHttp.SendAsync(_claudeServer.BaseAddress, Claude.Post(HostileRequests.Bodies[name])), name);
    }

    [Theory]
    [MemberData(nameof(MediaTypes))]
    public async Task A_media_type(string line)
    {
        var body = "{\"name\":\"The chronicle\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"model\":\"haiku\"}"u8.ToArray();

        OwnShape.OfNoir(await RawHttp.SendAsync(_noirServer.BaseAddress, HandlerRegistry.Post(body, line)), line);
        OwnShape.OfClaude(await RawHttp.SendAsync(_claudeServer.BaseAddress, Claude.Post(body, line)), line);
    }
}
