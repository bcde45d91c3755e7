using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Valentina.SyncGenerator;

/// <summary>
/// The XML documentation of a member to be written: that of the method it is made from, with some elements changed. Includes are
/// filled in last, since their files are another input of the generator.
/// </summary>
internal sealed class DocumentationText : IEquatable<DocumentationText>
{
    private static readonly Regex Reference = new("(?<=cref=\")[^\"]*(?=\")", RegexOptions.Compiled);
    private static readonly Regex Code = new("<(c|code)>.*?</\\1>", RegexOptions.Compiled | RegexOptions.Singleline);
    private static readonly Regex AsyncCall = new("(?<=[A-Za-z0-9_])Async(?=[({<]|$)", RegexOptions.Compiled);
    private static readonly Regex AsyncInterface = new("\\bIAsync(?=Enumerable|Enumerator)", RegexOptions.Compiled);
    private static readonly Regex Await = new("\\bawait ", RegexOptions.Compiled);

    private readonly string _text;
    private readonly string _path;
    private readonly bool _isSync;
    private readonly (string Element, string Replacement)[] _changes;

    private DocumentationText(string text, string path, bool isSync, (string Element, string Replacement)[] changes)
        => (_text, _path, _isSync, _changes) = (text, path, isSync, changes);

    /// <summary>The documentation in front of a declaration, for a member that has some of its elements changed.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="isSync">Whether references and code turn to the synchronous side.</param>
    /// <param name="changes">
    /// How each changed element begins (its name, and an attribute), and what stands in its place; nothing for none.
    /// </param>
    public static DocumentationText Of(SyntaxNode declaration, bool isSync, params (string Element, string Replacement)[] changes)
    {
        var text = new StringBuilder();
        foreach (var trivia in declaration.GetLeadingTrivia())
        {
            // With documentation switched off the compiler hands the very same text over as a plain comment.
            if (trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
                || (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().StartsWith("///", StringComparison.Ordinal)))
            {
                foreach (var line in trivia.ToFullString().Split('\n'))
                {
                    var trimmed = line.Trim();
                    if (trimmed.Length > 0)
                    {
                        text.Append(trimmed.StartsWith("///", StringComparison.Ordinal) ? trimmed : "///" + trimmed).Append('\n');
                    }
                }
            }
        }

        return new DocumentationText(text.ToString(), declaration.SyntaxTree.FilePath, isSync, changes);
    }

    /// <summary>The finished text, indented as a member's.</summary>
    public string Write(IncludedFiles files)
    {
        var text = _changes.Aggregate(files.FillIn(_text, _path), (written, change) => Change(written, change.Element, change.Replacement));
        if (_isSync)
        {
            text = Reference.Replace(text, match => ToSync(match.Value));
            text = Code.Replace(text, match => Await.Replace(ToSync(match.Value), ""));
        }

        return text.Replace("///", "    ///");
    }

    public bool Equals(DocumentationText? other)
        => other is not null
            && (_text, _path, _isSync) == (other._text, other._path, other._isSync)
            && _changes.SequenceEqual(other._changes);

    public override bool Equals(object? obj) => Equals(obj as DocumentationText);

    public override int GetHashCode() => _text.GetHashCode();

    private static string Change(string text, string element, string replacement)
    {
        var name = element.Split(' ')[0];
        var lines = new Regex($"///\\s*<{Regex.Escape(element)}[^>]*>.*?</{name}>[^\\n]*\\n", RegexOptions.Singleline);
        return lines.Replace(text, _ => replacement.Length == 0 ? "" : $"/// {replacement}\n");
    }

    private static string ToSync(string text) => AsyncInterface.Replace(AsyncCall.Replace(text, ""), "I");
}
