using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.Build.Tests.View;

namespace Valentina.Build.Tests.Generation;

/// <summary>A copy of what generation needs in a folder of its own, where a test may change and build what it likes.</summary>
public sealed class Workspace : IDisposable
{
    private static readonly string[] Files = [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nswag.json", ".editorconfig",
        "README.md", "Valentina.sln"
    ];

    private static readonly string[] Folders = ["openapi", "build", "src/Generated", "src/Testing/Contract"];

    private static readonly string[] NotCopied = ["bin", "obj", "node_modules"];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    private Workspace(string root) => Root = root;

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>The generator's folder, if it was installed where the tests run; a build that needs it installs it otherwise.</summary>
    private static string Installed => Path.Combine(RepositoryFiles.Root, "build", "nswag", "node_modules");

    /// <summary>Copies the repository as it is.</summary>
    /// <param name="moreFolders">Folders beside those of generation.</param>
    public static Workspace OfRepository(params string[] moreFolders)
    {
        var workspace = new Workspace(Directory.CreateTempSubdirectory("valentina-generation-").FullName);
        workspace.Reset();
        foreach (var folder in moreFolders)
        {
            Copy(Path.Combine(RepositoryFiles.Root, folder), workspace.At(folder));
        }

        return workspace;
    }

    /// <summary>Makes everything as it is in the repository again, except for the tools that were built and installed.</summary>
    public void Reset()
    {
        foreach (var folder in Folders.Select(At).Where(Directory.Exists))
        {
            Clear(folder);
        }

        foreach (var file in Files)
        {
            File.Copy(Path.Combine(RepositoryFiles.Root, file), At(file), overwrite: true);
        }

        foreach (var folder in Folders)
        {
            Copy(Path.Combine(RepositoryFiles.Root, folder), At(folder));
        }

        if (!Directory.Exists(At("build/nswag/node_modules")))
        {
            InstallGenerator();
        }
    }

    /// <summary>A PATH on which there is nothing but the shell that builds run commands with.</summary>
    public string PathWithoutPrograms()
    {
        var folder = At("no-programs");
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(folder, "sh"), "/bin/sh");
        }

        return folder;
    }

    public string At(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Changes a file; what is replaced must be there.</summary>
    public void Edit(string path, string from, string to)
    {
        var text = Read(path);
        text.Should().Contain(from, path);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(At(path), text[..at] + to + text[(at + from.Length)..]);
    }

    /// <summary>Changes a JSON file.</summary>
    public void EditJson(string path, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(Read(path))!;
        change(node);
        Write(path, node.ToJsonString(Readable) + "\n");
    }

    public void Write(string path, string text) => File.WriteAllText(At(path), text);

    /// <summary>Copies one more file of the repository.</summary>
    public void Add(string path) => File.Copy(Path.Combine(RepositoryFiles.Root, path), At(path));

    /// <summary>The hash of every file that generation writes.</summary>
    public IReadOnlyDictionary<string, string> Outputs()
        => new[] { "src/Generated", "openapi/prepared" }
            .SelectMany(folder => Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories))
            .ToDictionary(
                file => Path.GetRelativePath(Root, file).Replace('\\', '/'),
                file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    /// <summary>Builds something and returns what it printed.</summary>
    /// <param name="arguments">What to build, and properties.</param>
    /// <param name="path">The PATH of the build, in place of this process's own.</param>
    public Task<BuildResult> BuildAsync(string arguments, string? path = null)
        => RunAsync($"build {arguments} --nologo -v minimal -nodeReuse:false", path);

    /// <summary>Runs a command of <c>dotnet</c> and returns what it printed.</summary>
    /// <param name="arguments">The command.</param>
    /// <param name="path">The PATH of the command, in place of this process's own.</param>
    public async Task<BuildResult> RunAsync(string arguments, string? path = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // What is tried here is whether it builds and runs; the analyzers look at the repository itself.
        start.Environment["RunAnalyzers"] = "false";
        start.Environment.Remove("UPDATE_PUBLIC_API");
        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new BuildResult(process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {arguments} did not end within eight minutes.");
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A compiler that still runs holds a file; the folder of temporary files is cleaned by others.
        }
    }

    private void InstallGenerator()
    {
        if (Directory.Exists(Installed))
        {
            Copy(Installed, At("build/nswag/node_modules"), everything: true);
        }
    }

    private static void Clear(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(f => !NotCopied.Contains(Path.GetFileName(f))))
        {
            Clear(inner);
        }
    }

    private static void Copy(string from, string to, bool everything = false)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(f => everything || !NotCopied.Contains(Path.GetFileName(f))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)), everything);
        }
    }
}

/// <summary>How a build ended.</summary>
public sealed record BuildResult(int ExitCode, string Output)
{
    /// <summary>The APIs whose code was generated.</summary>
    public IEnumerable<string> Generated => Output.Split('\n')
        .Where(line => line.Contains("Generating the code of '", StringComparison.Ordinal))
        .Select(line => line.Split('\'')[1])
        .Order(StringComparer.Ordinal);

    public BuildResult MustSucceed()
    {
        ExitCode.Should().Be(0, Output);
        return this;
    }

    public BuildResult MustFailWith(string code)
    {
        ExitCode.Should().NotBe(0, Output);
        Output.Should().Contain($"error {code}:");
        return this;
    }
}
