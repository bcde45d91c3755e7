using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Valentina.Client.Tests.Conventions;

/// <summary>What holds for the assembly as a whole.</summary>
public class AssemblyConventionTests
{
    private static readonly Assembly Sdk = typeof(ValentinaClient).Assembly;

    [Fact]
    public void Public_types_live_in_the_namespaces_that_were_agreed_on()
        => Sdk.GetExportedTypes().Select(type => type.Namespace).Distinct().Should().BeSubsetOf(NamespaceTests.Public);

    [Fact]
    public void What_only_the_SDK_can_use_is_not_offered()
        => Sdk.GetExportedTypes()
            .Where(type => IsConverter(type) || (IsRawClient(type) && type.GetConstructors().Length > 0))
            .Concat(Sdk.GetExportedTypes().Where(type => type.Name is nameof(Raw.IApiConnection) or nameof(Raw.ApiRequest)))
            .Should().BeEmpty("converters are named by attributes, and raw clients come from the Raw property");

    [Fact]
    public void No_namespace_hides_one_of_the_platform()
        => Sdk.GetTypes().Select(type => type.Namespace ?? "").SelectMany(name => name.Split('.').Skip(1))
            .Should().NotContain(["System", "Options"]);

    [Fact]
    public void Every_exception_is_one_of_the_family()
        => Sdk.GetTypes().Where(type => typeof(Exception).IsAssignableFrom(type) && type.IsPublic)
            .Should().OnlyContain(type => typeof(ValentinaException).IsAssignableFrom(type));

    [Fact]
    public void Models_and_options_are_classes_and_no_records()
        => Sdk.GetExportedTypes().Where(type => type.IsClass && type.GetMethod("<Clone>$") is not null).Should().BeEmpty();

    [Fact]
    public void Nobody_outside_the_family_is_shown_what_is_inside()
        => Sdk.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName)
            .Should().BeSubsetOf(
            [
                "Valentina.Client.Tests",
                "Valentina.Conformance.Tests",
                "Valentina.Client.Testing",
                "Valentina.Client.Redis",
                "Benchmarks",
            ]);

    private static bool IsConverter(Type type)
        => typeof(Newtonsoft.Json.JsonConverter).IsAssignableFrom(type)
            || typeof(System.ComponentModel.TypeConverter).IsAssignableFrom(type);

    private static bool IsRawClient(Type type)
        => type.Namespace!.EndsWith(".Raw", StringComparison.Ordinal)
            && (type.Name.EndsWith("Client", StringComparison.Ordinal) || type.Name.EndsWith("RawClients", StringComparison.Ordinal));

    [Fact]
    public void Everything_public_is_documented()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(Sdk.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);
        var undocumented = FacadeMethods.Services.SelectMany(FacadeMethods.Of)
            .Select(method => documentation.Keys
                .Where(name => name.StartsWith($"M:{method.DeclaringType!.FullName}.{method.Name}(", StringComparison.Ordinal))
                .ToList() is { Count: > 0 } found
                ? (Name: FacadeMethods.Name(method), Text: found.Select(name => documentation[name])
                    .All(member => member.Element("summary") is not null || member.Element("inheritdoc") is not null))
                : (Name: FacadeMethods.Name(method), Text: false))
            .Where(entry => !entry.Text)
            .Select(entry => entry.Name);

        undocumented.Should().BeEmpty();
    }
}
