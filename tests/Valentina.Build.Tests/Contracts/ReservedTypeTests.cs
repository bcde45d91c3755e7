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
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Linq.dll" or "System.Net.Http.dll" or "System.Collections.dll")
            .SelectMany(path => System.Reflection.Assembly.LoadFrom(path).GetExportedTypes())
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
