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

    private static readonly string[] NotCopied = ["bin", "obj"];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("valentina-generation-");

    /// <summary>
    /// The folder. Its name holds what has a meaning for MSBuild and for shells; everything must build in such a folder too.
    /// </summary>
    public string Root => Path.Combine(_home.FullName, OperatingSystem.IsWindows() ? "half; 50% $x" : "half; 50% $HOME x");

    /// <summary>Copies the repository as it is.</summary>
    /// <param name="more">Folders and files beside those of generation.</param>
    public static Workspace OfRepository(params string[] more)
    {
        var workspace = new Workspace();
        workspace.Reset();
        foreach (var path in more)
        {
            var from = Path.Combine(RepositoryFiles.Root, path);
            if (Directory.Exists(from))
            {
                Copy(from, workspace.At(path));
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(workspace.At(path))!);
            File.Copy(from, workspace.At(path));
        }

        return workspace;
    }

    /// <summary>Makes everything as it is in the repository again, except for the tools that were built.</summary>
    public void Reset()
    {
        Directory.CreateDirectory(Root);
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
    }

    /// <summary>
    /// A machine that has no packages, no source for any, and no program but the shell that builds run commands with.
    /// </summary>
    public (string Name, string Value)[] BareMachine()
    {
        Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        var folder = Directory.CreateDirectory(Path.Combine(_home.FullName, "programs")).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(folder, "sh"), "/bin/sh");
        }

        return [("PATH", folder), ("NUGET_PACKAGES", Path.Combine(_home.FullName, "packages"))];
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

    /// <summary>The hash of every file that generation writes.</summary>
    public IReadOnlyDictionary<string, string> Outputs()
        => new[] { "src/Generated", "openapi/prepared" }
            .SelectMany(folder => Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories))
            .ToDictionary(
                file => Path.GetRelativePath(Root, file).Replace('\\', '/'),
                file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    /// <summary>Builds something and returns what it printed.</summary>
    /// <param name="arguments">What to build, and properties.</param>
    /// <param name="variables">Environment variables, in place of this process's own.</param>
    public Task<BuildResult> BuildAsync(string arguments, params (string Name, string Value)[] variables)
    {
        var verbosity = arguments.Contains(" -v ", StringComparison.Ordinal) ? "" : " -v minimal";
        return RunAsync($"build {arguments} --nologo -nodeReuse:false{verbosity}", variables);
    }

    /// <summary>Runs a command of <c>dotnet</c> and returns what it printed.</summary>
    /// <param name="arguments">The command.</param>
    /// <param name="variables">Environment variables, in place of this process's own.</param>
    public async Task<BuildResult> RunAsync(string arguments, params (string Name, string Value)[] variables)
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
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
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
            _home.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A compiler that still runs holds a file; the folder of temporary files is cleaned by others.
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

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(f => !NotCopied.Contains(Path.GetFileName(f))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
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
        Output.Should().Contain($"error {code}:").And.NotContain("MSB3073");
        return this;
    }
}
