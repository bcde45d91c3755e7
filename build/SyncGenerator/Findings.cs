using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Valentina.SyncGenerator;

/// <summary>One source file to add. Compared by value, so that an unchanged file costs nothing.</summary>
internal sealed class TwinFile(string hintName, string text) : IEquatable<TwinFile>
{
    public string HintName { get; } = hintName;

    public string Text { get; } = text;

    public bool Equals(TwinFile? other) => other is not null && HintName == other.HintName && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as TwinFile);

    public override int GetHashCode() => Text.GetHashCode();
}

/// <summary>One error, holding no syntax, so that the pipeline keeps no compilation alive.</summary>
internal sealed class TwinDiagnostic(DiagnosticDescriptor rule, Location location, params string[] arguments) : IEquatable<TwinDiagnostic>
{
    private readonly string _path = location.SourceTree?.FilePath ?? "";
    private readonly TextSpan _span = location.SourceSpan;
    private readonly LinePositionSpan _lines = location.GetLineSpan().Span;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(rule, Location.Create(_path, _span, _lines), arguments);

    public bool Equals(TwinDiagnostic? other)
        => other is not null && Rule == other.Rule && _path == other._path && _span == other._span && Arguments.SequenceEqual(other.Arguments);

    public override bool Equals(object? obj) => Equals(obj as TwinDiagnostic);

    public override int GetHashCode() => _span.GetHashCode();

    private DiagnosticDescriptor Rule => rule;

    private string[] Arguments => arguments;
}

/// <summary>What one marked type leads to.</summary>
internal sealed class TwinResult(IReadOnlyList<TwinFile> files, IReadOnlyList<TwinDiagnostic> findings) : IEquatable<TwinResult>
{
    public IReadOnlyList<TwinFile> Files { get; } = files;

    public IReadOnlyList<TwinDiagnostic> Findings { get; } = findings;

    public bool Equals(TwinResult? other)
        => other is not null && Files.SequenceEqual(other.Files) && Findings.SequenceEqual(other.Findings);

    public override bool Equals(object? obj) => Equals(obj as TwinResult);

    public override int GetHashCode() => Files.Count == 0 ? 0 : Files[0].GetHashCode();
}
