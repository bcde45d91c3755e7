using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Valentina.SyncGenerator;

/// <summary>Carries the XML documentation of a method over to its twin.</summary>
internal static class DocumentationText
{
    private static readonly Regex Reference = new("(?<=cref=\")[^\"]*(?=\")", RegexOptions.Compiled);
    private static readonly Regex Code = new("<(c|code)>.*?</\\1>", RegexOptions.Compiled | RegexOptions.Singleline);
    private static readonly Regex AsyncCall = new("(?<=[A-Za-z0-9_])Async(?=[({<]|$)", RegexOptions.Compiled);
    private static readonly Regex AsyncInterface = new("\\bIAsync(?=Enumerable|Enumerator)", RegexOptions.Compiled);
    private static readonly Regex Returns = new(" *///\\s*<returns>.*?</returns>[^\\n]*\\n", RegexOptions.Compiled | RegexOptions.Singleline);
    private static readonly Regex Await = new("\\bawait ", RegexOptions.Compiled);

    /// <summary>
    /// The documentation comment in front of a declaration, references and code turned to the synchronous side; a twin that returns
    /// nothing does not say what it returns.
    /// </summary>
    public static string Of(SyntaxNode declaration, bool returnsNothing)
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
                        text.Append("    ").Append(trimmed.StartsWith("///", StringComparison.Ordinal) ? trimmed : "///" + trimmed).Append('\n');
                    }
                }
            }
        }

        var kept = returnsNothing ? Returns.Replace(text.ToString(), "") : text.ToString();
        var result = Reference.Replace(kept, match => ToSync(match.Value));
        return Code.Replace(result, match => Await.Replace(ToSync(match.Value), ""));
    }

    private static string ToSync(string text) => AsyncInterface.Replace(AsyncCall.Replace(text, ""), "I");
}
