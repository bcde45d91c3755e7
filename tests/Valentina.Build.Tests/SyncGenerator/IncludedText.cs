using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>A file beside the sources that documentation may include.</summary>
internal sealed class IncludedText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
