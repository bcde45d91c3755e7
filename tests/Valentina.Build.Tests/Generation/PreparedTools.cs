namespace Valentina.Build.Tests.Generation;

/// <summary>One workspace whose tools are built, for all tests to copy.</summary>
public sealed class PreparedTools : IAsyncLifetime
{
    /// <summary>The workspace; never changed by a test.</summary>
    public Workspace Workspace { get; } = Workspace.OfRepository();

    public async Task InitializeAsync()
    {
        Workspace.InstallGenerator();
        (await Workspace.BuildAsync("build/Codegen.proj -t:ProvideTools")).MustSucceed();
    }

    public Task DisposeAsync()
    {
        Workspace.Dispose();
        return Task.CompletedTask;
    }
}
