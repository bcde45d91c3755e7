using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Packing;

/// <summary>What debuggers and those who build a package again find in its assemblies.</summary>
internal static class AssemblyHealth
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>Whether the same sources give the same bytes.</summary>
    public static bool IsDeterministic(byte[] assembly)
    {
        using var reader = new PEReader(ImmutableArray.Create(assembly));
        return reader.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    /// <summary>
    /// Where a debugger finds the sources: the map of SourceLink, the files that are neither in it nor in the symbols themselves, and
    /// those whose names tell of the machine that built them, so that no other gives the same bytes.
    /// </summary>
    public static (string Map, IReadOnlyList<string> Unknown, IReadOnlyList<string> OfThisMachine) ReadSources(byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(symbols));
        var reader = provider.GetMetadataReader();
        var map = Custom(reader, EntityHandle.ModuleDefinition, SourceLink) is { } blob ? Encoding.UTF8.GetString(blob) : "";
        var folders = map.Length == 0
            ? []
            : JsonNode.Parse(map)!["documents"]!.AsObject().Select(document => document.Key.TrimEnd('*')).ToList();
        var documents = reader.Documents
            .Select(handle => (Handle: handle, Name: reader.GetString(reader.GetDocument(handle).Name)))
            .ToList();
        var unknown = documents
            .Where(document => Custom(reader, document.Handle, EmbeddedSource) is null)
            .Select(document => document.Name)
            .Where(name => !folders.Any(folder => name.StartsWith(folder, StringComparison.Ordinal)));
        var local = documents
            .Select(document => document.Name)
            .Where(name => Path.IsPathRooted(name) && !name.StartsWith("/_", StringComparison.Ordinal));
        return (map, [.. unknown], [.. local]);
    }

    private static byte[]? Custom(MetadataReader reader, EntityHandle parent, Guid kind)
        => reader.GetCustomDebugInformation(parent).Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == kind)
            .Select(information => reader.GetBlobBytes(information.Value))
            .FirstOrDefault();
}
