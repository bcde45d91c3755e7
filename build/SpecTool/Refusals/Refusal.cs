namespace Valentina.SpecTool.Refusals;

/// <summary>Why the pipeline does not go on: what, where, and how to cure it.</summary>
/// <param name="Code">The number of the error, which the documents explain.</param>
/// <param name="File">The file to look at, with its whole path.</param>
/// <param name="Line">The line in it, from 1.</param>
/// <param name="Text">The place as a JSON pointer, what is wrong there, and the cure.</param>
public sealed record Refusal(string Code, string File, int Line, string Text)
{
    /// <summary>The published document holds something that no code may be made from.</summary>
    public const string Contract = "SDKGEN03";

    /// <summary>The overlay is malformed, or no longer fits the document.</summary>
    public const string Overlay = "SDKGEN04";

    /// <summary>The file of texts is malformed.</summary>
    public const string Texts = "SDKGEN05";

    /// <summary>As compilers say it, so that builds and editors lead to the place.</summary>
    public override string ToString() => $"{File}({Line}): error {Code}: {Text}";
}
