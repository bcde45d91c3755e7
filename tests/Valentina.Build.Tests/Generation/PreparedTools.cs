namespace Valentina.Build.Tests.Generation;

/// <summary>One workspace whose tools are built; the tests of a class use it one after the other.</summary>
public sealed class PreparedTools : IAsyncLifetime
{
    private readonly Workspace _workspace = Workspace.OfRepository();

    public async Task InitializeAsync() => (await _workspace.BuildAsync("build/Codegen.proj -t:ProvideTools")).MustSucceed();

    /// <summary>The workspace, as if nothing had happened in it yet.</summary>
    public Workspace Fresh()
    {
        _workspace.Reset();
        return _workspace;
    }

    public Task DisposeAsync()
    {
        _workspace.Dispose();
        return Task.CompletedTask;
    }
}
