using System.CommandLine;
using System.Globalization;
using Valentina.SpecTool.Packing;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool packages</c>: lists what is in the packages of a folder, and what they lack.</summary>
internal static class PackagesCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--folder") { Description = "The folder with the packages and their symbols.", Required = true };
        var command = new Command("packages", "Lists the contents of packages, and what they lack.") { folder };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var packages = Directory.EnumerateFiles(parsed.GetRequiredValue(folder), "*.nupkg").Order(StringComparer.Ordinal)
                .Select(PackageHealth.Of).ToList();
            foreach (var package in packages)
            {
                Print(package, output);
            }

            var faults = packages.Sum(package => package.Faults.Count);
            output.WriteLine($"{packages.Count} packages, {packages.Sum(package => package.Points.Count)} points good, {faults} missing");
            return faults == 0 && packages.Count > 0 ? 0 : 1;
        });
        return command;
    }

    private static void Print(PackageHealth package, TextWriter output)
    {
        output.WriteLine(package.Name);
        foreach (var (path, size) in package.Files)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {size,10:N0}  {path}"));
        }

        output.WriteLine($"  good: {string.Join(", ", package.Points)}");
        foreach (var fault in package.Faults)
        {
            output.WriteLine($"  MISSING: {fault}");
        }
    }
}
