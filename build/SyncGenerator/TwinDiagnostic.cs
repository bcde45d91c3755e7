using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Valentina.SyncGenerator;

/// <summary>One error, holding no syntax, so that the pipeline keeps no compilation alive.</summary>
internal sealed class TwinDiagnostic(DiagnosticDescriptor rule, Location location, params string[] arguments) : IEquatable<TwinDiagnostic>
{
    private readonly string _path = location.SourceTree?.FilePath ?? "";
    private readonly TextSpan _span = location.SourceSpan;
    private readonly LinePositionSpan _lines = location.GetLineSpan().Span;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(rule, Location.Create(_path, _span, _lines), arguments);

    public bool Equals(TwinDiagnostic? other)
        => other is not null
            && Rule == other.Rule
            && (_path, _span) == (other._path, other._span)
            && Arguments.SequenceEqual(other.Arguments);

    public override bool Equals(object? obj) => Equals(obj as TwinDiagnostic);

    public override int GetHashCode() => _span.GetHashCode();

    private DiagnosticDescriptor Rule => rule;

    private string[] Arguments => arguments;
}
