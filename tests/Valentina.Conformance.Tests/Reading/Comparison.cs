using System.Reflection;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;

namespace Valentina.Conformance.Reading;

/// <summary>The same bytes read by the SDK and over the models' Newtonsoft attributes.</summary>
internal static class Comparison
{
    private static readonly HashSet<string> s_names = [
        .. typeof(ValentinaClient).Assembly.GetTypes().SelectMany(static type => type.GetProperties())
            .Select(static member => member.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName!).Where(static name => name is not null)
    ];

    private static readonly HashSet<string> s_anyCase = new(s_names, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What is wanted to differ, by what the SDK or Newtonsoft says of it, each with its reason.
    /// </summary>
    private static readonly (string Says, string Reason)[] s_wanted = [
    ];

    /// <summary>How the two differ; null where they do not, or are meant to.</summary>
    public static string? Difference(byte[] body, AnswerReader reader)
    {
        var (value, failure) = Try(() => reader.Read(body));
        if (failure is not (null or JsonException))
        {
            return $"the SDK throws {failure.GetType()}: {failure.Message}";
        }

        if (!TryNames(body, out var names))
        {
            return failure is null ? "the SDK takes what is no JSON" : null;
        }

        if (names.Any(static name => !s_names.Contains(name) && s_anyCase.Contains(name)))
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
        if (ours == expected)
        {
            return null;
        }

        var at = ours.Zip(expected).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"…{Cut(ours, at)}… instead of …{Cut(expected, at)}…";
    }

    private static string Cut(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 40)];

    private static bool IsWanted(string message) => s_wanted.Any(one => message.Contains(one.Says, StringComparison.Ordinal));

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

    /// <summary>All names in a document; false where it is none.</summary>
    private static bool TryNames(byte[] body, out HashSet<string> names)
    {
        names = [];
        try
        {
            var reader = new Utf8JsonReader(global::Valentina.Json.WireJson.WithoutMark(body));
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    names.Add(global::Valentina.Json.JsonTokens.Text(ref reader));
                }
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
