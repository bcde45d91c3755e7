namespace QuickStart;

/// <summary>Prints the story: numbered chapters, indented lines, colour where the terminal has it.</summary>
internal sealed class Narrator(TextWriter output)
{
    private readonly bool _colour = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
    private int _chapter;

    public void Title(string text) => output.WriteLine(Paint(text, "1;35"));

    public void Chapter(string text)
    {
        output.WriteLine();
        output.WriteLine(Paint($"{++_chapter}. {text}", "1;36"));
    }

    public void Say(string text) => output.WriteLine($"   {text}");

    public void Write(string text) => output.Write(text);

    public void Good(string text) => output.WriteLine($"   {Paint("✓", "32")} {text}");

    public void Trouble(string text) => output.WriteLine($"   {Paint("✗", "31")} {text}");

    private string Paint(string text, string code) => _colour ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
