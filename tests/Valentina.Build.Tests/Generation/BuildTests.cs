namespace Valentina.Build.Tests.Generation;

/// <summary>The SDK's own build generates before it compiles, in one go.</summary>
[Trait("Category", "Slow")]
[TestLimit(600)]
public sealed class BuildTests(StaleTree tree) : IClassFixture<StaleTree>
{
    [Fact]
    public void A_changed_contract_is_generated_and_compiled_by_the_same_build()
    {
        tree.Build.MustSucceed().Output.Should().Contain("net8.0").And.Contain("net10.0").And.Contain("0 Warning(s)");

        tree.Build.Generated.Should().Equal(["claude-code", "museum"], "each once, for both frameworks, and Noir was current");
    }

    [Fact]
    public void A_third_API_is_an_entry_a_document_and_an_overlay()
    {
        tree.Build.MustSucceed();

        tree.Workspace.Read("openapi/prepared/museum.json").Should().Contain("\"x-name\": \"TicketReceipt\"");
        tree.Workspace.Read("src/Generated/Museum/Clients.g.cs")
            .Should().Contain("namespace Valentina.Museum.Raw").And.Contain("Task<TicketReceipt> BuyTicketsAsync(");
        File.Exists(tree.Workspace.At("src/Generated/Museum/Generated.sha256")).Should().BeTrue("it is made once, like the others");
    }
}
