using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Loading;

/// <summary>
/// Makes one document of several: what it refers to in other files, or at other addresses of the same server, becomes part of it below
/// <c>x-external</c>, and the references lead there. A document that came from a server never leads to a file, nor to another server.
/// </summary>
/// <param name="read">Reads the text at a place.</param>
internal sealed class ReferenceBundler(Func<DocumentSource, CancellationToken, Task<string>> read)
{
    private const string Section = "x-external";
    private const int MostDocuments = 1000;
    private const long MostCharacters = 64 * 1024 * 1024;

    /// <summary>Brings in everything the document refers to.</summary>
    /// <param name="root">The document; it is changed.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <exception cref="ContractException">Something cannot be loaded, or there is too much of it.</exception>
    public async Task BundleAsync(JsonObject root, DocumentSource source, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [source.Identity] = "" };
        var open = new Queue<(JsonObject Document, DocumentSource Source)>([(root, source)]);
        var external = new JsonObject();
        var characters = 0L;
        while (open.TryDequeue(out var entry))
        {
            foreach (var (holder, member, reference) in References(entry.Document))
            {
                var hash = reference.IndexOf('#', StringComparison.Ordinal);
                var (address, fragment) = hash < 0 ? (reference, "") : (reference[..hash], reference[(hash + 1)..]);
                var target = address.Length == 0 ? entry.Source : entry.Source.Relative(address, source);
                if (!names.TryGetValue(target.Identity, out var name))
                {
                    if (names.Count >= MostDocuments)
                    {
                        throw new ContractException($"{source.Name} consists of more than {MostDocuments} files, which no contract does.");
                    }

                    var text = await read(target, cancellationToken).ConfigureAwait(false);
                    if ((characters += text.Length) > MostCharacters)
                    {
                        throw new ContractException($"{source.Name} and what it refers to are larger than 64 MB, which no contract is.");
                    }

                    var part = DocumentParser.ParseAny(text, target.Name).Root;
                    name = names[target.Identity] = source.NameOf(target);
                    external[name] = part;
                    open.Enqueue((part, target));
                }

                holder[member] = name.Length == 0 ? $"#{fragment}" : $"#/{Section}/{Pointers.Escape(name)}{fragment}";
            }
        }

        if (external.Count > 0)
        {
            root[Section] = external;
        }
    }

    /// <summary>
    /// The references that lead out of a document, or inside one that became a part of another; addresses that a schema of the document
    /// claims for itself (<c>$id</c>) are none.
    /// </summary>
    private static List<(JsonObject Holder, string Member, string Reference)> References(JsonObject document)
    {
        var objects = DocumentWalk.Objects(document).ToList();
        var ids = objects.Select(entry => entry.Node.Text("$id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var found = new List<(JsonObject, string, string)>();
        foreach (var (node, _) in objects)
        {
            if (node.Text("$ref") is { } reference && Leads(reference))
            {
                found.Add((node, "$ref", reference));
            }

            var mapping = node.Map("discriminator")?.Map("mapping") ?? [];
            foreach (var name in mapping.Select(entry => entry.Key))
            {
                if (mapping.Text(name) is { } mapped
                    && (mapped.Contains('/', StringComparison.Ordinal) || mapped.Contains('#', StringComparison.Ordinal)) && Leads(mapped))
                {
                    found.Add((mapping, name, mapped));
                }
            }
        }

        return found;

        bool Leads(string reference) => !IsAnchor(reference) && !ids.Any(id => Covers(id, reference));

        static bool IsAnchor(string reference) => reference.StartsWith('#') && !reference.StartsWith("#/", StringComparison.Ordinal);

        static bool Covers(string id, string reference) => reference.Split('#')[0] is { Length: > 0 } address
            && (address == id || id.EndsWith('/' + address, StringComparison.Ordinal));
    }
}
