using System.Reflection;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using PublicApiGenerator;

namespace Valentina.Tests.Shared.PublicApi;

/// <summary>
/// The public API of a package as it is, and as it was approved in the folder PublicApi of a test project: types, members, operators,
/// attributes, constraints, nullability, for each framework. With the environment variable <c>UPDATE_PUBLIC_API</c> set to 1 what is
/// becomes what was approved.
/// </summary>
public sealed partial record ApprovedApi(IReadOnlyList<string> Actual, IReadOnlyList<string> Approved)
{
    /// <param name="tests">The test project's assembly, built for the framework that the package is looked at for.</param>
    /// <param name="package">The package, whose assembly has its name.</param>
    public static ApprovedApi Of(Assembly tests, string package)
    {
        var framework = tests.GetCustomAttribute<TargetFrameworkAttribute>()!
            .FrameworkName.Replace(".NETCoreApp,Version=v", "net", StringComparison.Ordinal);
        var file = RepositoryRoot.PathOf("tests", tests.GetName().Name!, "PublicApi", $"{package}.{framework}.txt");
        var actual = Listing(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1")
        {
            File.WriteAllLines(file, actual);
        }

        return new ApprovedApi(actual, File.ReadAllLines(file));
    }

    private static string[] Listing(Assembly assembly)
        => NullableTypeOf().Replace(assembly.GeneratePublicApi(new ApiGeneratorOptions
        {
            // By default it leaves out what stands in a namespace of Microsoft, where our extension methods are.
            DenyNamespacePrefixes = [],
            // It names a type that the compiler made, which is nobody's API.
            ExcludeAttributes = ["System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute"],
        }), "typeof($1)").ReplaceLineEndings("\n").TrimEnd().Split('\n');

    /// <summary>A type that an attribute names has no nullability; the listing takes one from the members beside it.</summary>
    [GeneratedRegex(@"typeof\(([^()?]+)\?\)")]
    private static partial Regex NullableTypeOf();
}
