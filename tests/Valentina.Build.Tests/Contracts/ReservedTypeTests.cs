using Valentina.SpecTool.View;

namespace Valentina.Build.Tests.Contracts;

/// <summary>The written list of names holds every type that code using the SDK sees without asking for it.</summary>
public sealed class ReservedTypeTests
{
    private static readonly string[] Imported =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    [Fact]
    public void Every_type_of_an_imported_namespace_is_reserved()
        => new[] { typeof(object), typeof(Enumerable), typeof(HttpClient), typeof(Stack<>), typeof(Uri), typeof(Console) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => !type.IsNested && Imported.Contains(type.Namespace))
            .Select(type => type.Name.Split('`')[0])
            .Where(name => name.All(char.IsAsciiLetterOrDigit))
            .Except(ReservedTypes.All).Should().BeEmpty();

    [Fact]
    public void Every_type_of_the_SDK_itself_is_reserved()
        => System.Reflection.Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Valentina.Client.dll")).GetExportedTypes()
            .Where(type => !type.IsNested && type.Namespace == "Valentina")
            .Select(type => type.Name.Split('`')[0])
            .Except(ReservedTypes.All).Should().BeEmpty();
}
