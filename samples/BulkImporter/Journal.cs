using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BulkImporter.Input;

namespace BulkImporter;

/// <summary>
/// What was begun and what came of it, a line each, on the disk before and after every request. Whoever kills the program leaves a
/// journal that says exactly what is in doubt. It also holds the keys: a row that is sent again is sent under the same one.
/// </summary>
internal sealed partial class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly Dictionary<string, JournalEntry> _last = new(StringComparer.Ordinal);
    private string _run = "";

    private Journal(FileStream file) => _file = file;

    /// <summary>How many rows were begun by a run before and have no answer.</summary>
    public int InDoubt { get; private set; }

    /// <summary>Opens a journal, or begins one. No other program can use it meanwhile.</summary>
    /// <exception cref="IOException">Another run has it open.</exception>
    public static Journal Open(string path)
    {
        var journal = new Journal(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        journal.Load();
        journal.InDoubt = journal._last.Values.Count(entry => entry.Step is JournalStep.Begun);
        if (journal._run.Length == 0)
        {
            journal._run = Guid.NewGuid().ToString("N");
            journal.Write(new JournalEntry(journal._run, JournalStep.Run));
        }

        return journal;
    }

    /// <summary>
    /// The idempotency key of a row: the same in every run with this journal, so that the server answers a repetition with what it did
    /// before. A row that was corrected, or goes to another campaign, is another one: a key must never stand for two things.
    /// </summary>
    public string KeyOf(CastMember row, Guid campaignId)
    {
        var content = string.Join(
            '\u001f', campaignId, row.FirstName, row.LastName, row.Class, row.Clan, row.Concept, row.Age, row.Biography);
        return $"{_run}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 8))}";
    }

    /// <summary>What was last written of a row; null when it was never begun.</summary>
    public JournalEntry? Find(string key)
    {
        lock (_gate)
        {
            return _last.GetValueOrDefault(key);
        }
    }

    /// <summary>Writes a line and does not return before the disk has it.</summary>
    public void Write(JournalEntry entry)
    {
        lock (_gate)
        {
            _last[entry.Key] = entry;
            _file.Write(JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Default.JournalEntry));
            _file.WriteByte((byte)'\n');
            _file.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => _file.Dispose();

    private void Load()
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);

        // Half a line is what was being written when the program was killed: what it would have said never happened.
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        _file.SetLength(end);
        _file.Position = end;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var entry = JsonSerializer.Deserialize(line, JournalJson.Default.JournalEntry)!;
            if (entry.Step is JournalStep.Run)
            {
                _run = entry.Key;
            }
            else
            {
                _last[entry.Key] = entry;
            }
        }
    }

    [JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(JournalEntry))]
    private sealed partial class JournalJson : JsonSerializerContext;
}

/// <summary>A line of the journal.</summary>
/// <param name="Key">The idempotency key of the row; of a run, what its keys begin with.</param>
/// <param name="Step">What happened.</param>
/// <param name="Name">The character's name, for whoever reads it.</param>
/// <param name="Id">The character's id, once it is there.</param>
/// <param name="Reason">Why it was refused.</param>
internal sealed record JournalEntry(string Key, JournalStep Step, string? Name = null, Guid? Id = null, string? Reason = null);

/// <summary>What happened to a row.</summary>
internal enum JournalStep
{
    /// <summary>Nothing yet: the first line of a journal.</summary>
    Run,

    /// <summary>It is about to be sent. Without a later line nobody knows what came of it.</summary>
    Begun,

    /// <summary>It is there.</summary>
    Done,

    /// <summary>The server will not have it as it is.</summary>
    Refused,
}
