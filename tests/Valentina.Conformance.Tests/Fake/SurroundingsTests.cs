using Valentina.ClaudeCode;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>What the machine of a test has in its environment changes nothing about a fake's client.</summary>
public sealed class SurroundingsTests
{
    private static readonly string Present = Environment.GetEnvironmentVariables().Keys.Cast<string>().First();

    [Fact]
    public void A_client_of_the_game_takes_nothing_from_the_environment()
    {
        ValentinaOptions? options = null;
        using var client = new FakeValentina().CreateClient(given => options = given);

        options!.Variables(Present).Should().BeNull();
    }

    [Fact]
    public void A_client_of_the_model_takes_nothing_from_the_environment()
    {
        ClaudeCodeOptions? options = null;
        using var client = new FakeClaudeCode().CreateClient(given => options = given);

        options!.Variables(Present).Should().BeNull();
    }
}
