using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>What the server does to texts before it stores them, by the name of the request's schema.</summary>
internal static class Rewriting
{
    private static readonly HashSet<string> Titled = new(StringComparer.Ordinal)
    {
        "CampaignCreate", "CampaignPatch", "CampaignBookCreate", "CampaignBookPatch", "CampaignChapterCreate", "CampaignChapterPatch",
        "CharacterTraitCreateCustom",
    };

    private static readonly HashSet<string> WithSlug = new(StringComparer.Ordinal)
    {
        "UserCreate", "UserPatch", "AdminUserCreate", "AdminUserPatch", "IdentifyRequest",
    };

    private static readonly HashSet<string> SmallWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "of", "on", "or", "the", "to", "v", "via", "vs",
    };

    /// <summary>Rewrites a body: trims every text, then what the schema's members ask for.</summary>
    public static JsonNode? Apply(string? schema, JsonNode? body)
    {
        var trimmed = Trim(body);
        if (trimmed is not JsonObject form || schema is null)
        {
            return trimmed;
        }

        if (Titled.Contains(schema))
        {
            Change(form, "name", TitleCase);
        }
        else if (WithSlug.Contains(schema))
        {
            Change(form, "username", Slug);
        }
        else if (schema.StartsWith("DictionaryTerm", StringComparison.Ordinal))
        {
            Change(form, "term", text => text.ToLowerInvariant());
            if (form["synonyms"] is JsonArray synonyms)
            {
                form["synonyms"] = new JsonArray([.. synonyms
                    .Select(synonym => synonym!.GetValue<string>().ToLowerInvariant())
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(synonym => JsonValue.Create(synonym))]);
            }
        }

        return form;
    }

    /// <summary>The case of a title: every word but the small ones in between starts with a capital.</summary>
    public static string TitleCase(string text)
    {
        var words = text.Split(' ');
        var shouted = text.Any(char.IsLetter) && !text.Any(char.IsLower);
        for (var index = 0; index < words.Length; index++)
        {
            var word = shouted ? words[index].ToLowerInvariant() : words[index];
            var isInside = index > 0 && index < words.Length - 1;
            words[index] = isInside && SmallWords.Contains(word)
                ? word.ToLowerInvariant()
                : word.Length > 0 && !word.Skip(1).Any(char.IsUpper)
                ? char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]
                : word;
        }

        return string.Join(' ', words);
    }

    /// <summary>Lower case, with a hyphen for every run of anything else than letters and digits.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    private static void Change(JsonObject form, string member, Func<string, string> change)
    {
        if (form[member] is { } value && value.GetValueKind() == JsonValueKind.String)
        {
            form[member] = change(value.GetValue<string>());
        }
    }

    private static JsonNode? Trim(JsonNode? node) => node switch
    {
        JsonObject form => new JsonObject(form.Select(member => KeyValuePair.Create(member.Key, Trim(member.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Trim)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(value.GetValue<string>().Trim()),
        _ => node?.DeepClone(),
    };
}
