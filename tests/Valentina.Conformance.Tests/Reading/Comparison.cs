using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;

namespace Valentina.Conformance.Tests.Reading;

/// <summary>The same bytes read by the SDK and over the models' Newtonsoft attributes.</summary>
internal static partial class Comparison
{
    private static readonly HashSet<string> Names = [
        .. typeof(ValentinaClient).Assembly.GetTypes().SelectMany(static type => type.GetProperties())
            .Select(static member => member.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName!)
            .Where(static name => name is not null)
    ];

    private static readonly HashSet<string> NamesOfAnyCase = new(Names, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wanted to differ, by what the SDK or Newtonsoft says of it, each with its reason.</summary>
    private static readonly (string Says, string Reason)[] Wanted = [
        ("Error converting value \"\" to type", "an empty text where no text is due is as good as null"),
        ("is no date and time", "an empty text where no text is due is as good as null"),
        ("is not a valid integer", "1.0 and 1e2 are whole numbers"),
        ("JSON integer", "a number that nobody asks for may be of any length"),
        ("should be a whole number, but is a number", "a fraction is no whole number, which Newtonsoft rounds"),
        ("should be a whole number, but is true", "a flag is no number"),
        ("should be a whole number, but is false", "a flag is no number"),
        ("should be a whole number of 32 bits", "one too large for an enum of numbers must not become another, as Newtonsoft makes of it"),
        ("should be a number, but is a text", "NaN and Infinity are no numbers, and nothing is greater than a double can be"),
    ];

    /// <summary>How the two differ; null where they do not, or are meant to.</summary>
    public static string? Difference(byte[] body, AnswerReader reader)
    {
        var (value, failure) = Try(() => reader.Read(body));
        if (failure is not (null or JsonException))
        {
            return $"the SDK throws {failure.GetType()}: {failure.Message}";
        }

        if (!TryLook(body, out var names, out var hasInfinite))
        {
            return failure is null ? "the SDK takes what is no JSON" : null;
        }

        if (hasInfinite)
        {
            // Newtonsoft makes Infinity of a number that no double holds, which is no JSON any more; the SDK keeps or refuses it.
            return null;
        }

        if (names.Any(static name => !Names.Contains(name) && NamesOfAnyCase.Contains(name)))
        {
            // The wire tells capital letters from small ones, Newtonsoft does not.
            return null;
        }

        var (expected, expectedFailure) = Try(() => NewtonsoftWire.Read(body, reader.Type));
        return (failure, expectedFailure) switch
        {
            (null, null) => Different(Text(value), Text(expected)),
            (null, { } other) => IsWanted(other.Message) ? null : $"only Newtonsoft refuses it: {other.Message}",
            ({ } ours, null) => IsWanted(ours.Message) ? null : $"only the SDK refuses it: {ours.Message}",
            _ => null,
        };
    }

    /// <summary>A value as Newtonsoft writes it, so that only reading is compared.</summary>
    public static string Text(object? value) => value is null ? "null" : Encoding.UTF8.GetString(NewtonsoftWire.Write(value));

    private static string? Different(string ours, string expected)
    {
        // An empty text where no text is due is as good as null; Newtonsoft keeps it among the members that it does not know.
        (ours, expected) = (Plain(ours), Plain(expected));
        if (ours == expected)
        {
            return null;
        }

        var at = ours.Zip(expected).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"…{Cut(ours, at)}… instead of …{Cut(expected, at)}…";
    }

    /// <summary>A fraction too small for a decimal is 0 in both, with more or fewer digits.</summary>
    private static string Plain(string json) => Zero().Replace(Empty().Replace(json, ""), "0.0");

    [GeneratedRegex("0\\.0{20,}(?=[,}])")]
    private static partial Regex Zero();

    [GeneratedRegex("(?<=[{,])\"[A-Za-z_]+\":\"\",|,\"[A-Za-z_]+\":\"\"(?=[,}])|(?<={)\"[A-Za-z_]+\":\"\"(?=})")]
    private static partial Regex Empty();

    private static string Cut(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 40)];

    private static bool IsWanted(string message) => Wanted.Any(one => message.Contains(one.Says, StringComparison.Ordinal));

    private static (object? Value, Exception? Failure) Try(Func<object?> read)
    {
        try
        {
            return (read(), null);
        }
        catch (Exception ex)
        {
            return (null, ex);
        }
    }

    /// <summary>What is in a document; false where it is none.</summary>
    private static bool TryLook(byte[] body, out HashSet<string> names, out bool hasInfinite)
    {
        names = [];
        hasInfinite = false;
        try
        {
            var reader = new Utf8JsonReader(global::Valentina.Json.WireJson.WithoutMark(body));
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    names.Add(global::Valentina.Json.JsonTokens.Text(ref reader));
                }

                hasInfinite |= reader.TokenType == JsonTokenType.Number && !double.IsFinite(reader.GetDouble());
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
