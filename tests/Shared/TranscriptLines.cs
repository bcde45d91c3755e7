namespace Valentina.Tests.Shared;

/// <summary>
/// The exchanges recorded with the real servers, <c>tests/transcripts/{name}.jsonl</c>, one JSON text a line. Who reads them parses them
/// with the JSON library that the test is about.
/// </summary>
public static class TranscriptLines
{
    public static IEnumerable<string> Read(string name)
        => File.ReadLines(RepositoryRoot.PathOf("tests", "transcripts", name + ".jsonl")).Where(line => line.Length > 0);
}
