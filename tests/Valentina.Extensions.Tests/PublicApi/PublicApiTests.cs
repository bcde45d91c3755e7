using System.Reflection;
using System.Runtime.Versioning;
using PublicApiGenerator;

namespace Valentina.Extensions.Tests.PublicApi;

/// <summary>
/// The public API of each package is written down for each framework, so that a change to it is seen and meant: types, members, operators,
/// attributes, constraints, nullability. To write it anew run these tests with the environment variable <c>UPDATE_PUBLIC_API</c> set to 1.
/// </summary>
public class PublicApiTests
{
    private static readonly string Framework = typeof(PublicApiTests).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!
        .FrameworkName.Replace(".NETCoreApp,Version=v", "net", StringComparison.Ordinal);

    [Theory]
    [InlineData("Valentina.Client.AI")]
    [InlineData("Valentina.Client.HealthChecks")]
#if NET10_0_OR_GREATER
    [InlineData("Valentina.Client.AspNetCore")]
#endif
    public void The_public_API_is_what_was_approved(string package)
    {
        var file = RepositoryRoot.PathOf("tests", "Valentina.Extensions.Tests", "PublicApi", $"{package}.{Framework}.txt");
        var actual = Listing(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1")
        {
            File.WriteAllText(file, actual);
        }

        var approved = File.ReadAllText(file).Split('\n');
        var lines = actual.Split('\n');
        lines.Except(approved).Should().BeEmpty("what is new must be written down");
        approved.Except(lines).Should().BeEmpty("what is gone must be missed by nobody");
        lines.Should().Equal(approved);
    }

    private static string Listing(Assembly assembly)
        => assembly.GeneratePublicApi(new ApiGeneratorOptions
        {
            // By default it leaves out what stands in a namespace of Microsoft, where our extension methods are.
            DenyNamespacePrefixes = [],
            // It names a type that the compiler made, which is nobody's API.
            ExcludeAttributes = ["System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute"],
        }).ReplaceLineEndings("\n").TrimEnd() + "\n";
}
