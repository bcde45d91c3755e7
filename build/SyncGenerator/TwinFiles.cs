namespace Valentina.SyncGenerator;

/// <summary>One member to add. Compared by value.</summary>
internal sealed class TwinMember(DocumentationText documentation, string code) : IEquatable<TwinMember>
{
    public string Write(IncludedFiles files) => documentation.Write(files) + "    " + code.Trim();

    public bool Equals(TwinMember? other) => other is not null && Code == other.Code && Documentation.Equals(other.Documentation);

    public override bool Equals(object? obj) => Equals(obj as TwinMember);

    public override int GetHashCode() => code.GetHashCode();

    private DocumentationText Documentation => documentation;

    private string Code => code;
}

/// <summary>One source file to add. Compared by value, so that an unchanged file costs nothing.</summary>
internal sealed class TwinFile(string hintName, string head, IReadOnlyList<TwinMember> members, string tail) : IEquatable<TwinFile>
{
    public string HintName { get; } = hintName;

    public string Write(IncludedFiles files) => head + string.Join("\n\n", members.Select(member => member.Write(files))) + "\n" + tail;

    public bool Equals(TwinFile? other)
        => other is not null
            && (HintName, Head, Tail) == (other.HintName, other.Head, other.Tail)
            && Members.SequenceEqual(other.Members);

    public override bool Equals(object? obj) => Equals(obj as TwinFile);

    public override int GetHashCode() => HintName.GetHashCode();

    private string Head => head;

    private string Tail => tail;

    private IReadOnlyList<TwinMember> Members => members;
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
