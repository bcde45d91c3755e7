using System.Globalization;
using Valentina.Models;

namespace CharacterSheet;

/// <summary>The sheet as one HTML page without scripts or foreign files: it can be mailed, archived and printed.</summary>
internal static class SheetPage
{
    /// <summary>Above this a row of dots is no longer read at a glance, and a number is shown.</summary>
    private const int MostDots = 10;

    private static readonly Lazy<string> Style = new(() =>
    {
        using var reader = new StreamReader(typeof(SheetPage).Assembly.GetManifestResourceStream("sheet.css")!);
        return reader.ReadToEnd();
    });

    /// <summary>Writes the page.</summary>
    public static string Write(Sheet sheet)
    {
        var character = sheet.Character;
        Html body =
            $"""
            <header>
            <p class="kind">{Title(character.CharacterClass.Value)} · {sheet.Campaign.Name}</p>
            <h1>{character.NameFirst} {character.NameLast}</h1>
            {If(character.NameNick, nick => $"<p class=\"nick\">“{nick}”</p>\n")}{Facts(sheet)}
            </header>
            <main>
            {sheet.Sections.Select(Section)}{Gifts(character)}{Inventory(sheet.Inventory)}{Story(character)}{Notes(sheet.Notes)}</main>
            <footer>{character.NameFull} · {sheet.Campaign.Name} · as of {character.DateModified:d MMMM yyyy}</footer>

            """;

        // The policy forbids whatever this page does not do, should anything have slipped through.
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{(Html)$"{character.NameFull}"}</title>
            <style>
            {Style.Value}</style>
            </head>
            <body>
            {body}</body>
            </html>

            """;
    }

    private static Html Facts(Sheet sheet)
    {
        var character = sheet.Character;
        var vampire = character.VampireAttributes;
        var werewolf = character.WerewolfAttributes;
        (string Name, string? Value)[] facts =
        [
            ("Player", sheet.Player?.Username),
            ("Concept", character.ConceptName),
            ("Clan", vampire?.ClanName),
            ("Generation", vampire?.Generation?.ToString(CultureInfo.InvariantCulture)),
            ("Sire", vampire?.Sire),
            ("Tribe", werewolf?.TribeName),
            ("Auspice", werewolf?.AuspiceName),
            ("Creed", character.HunterAttributes?.Creed),
            ("Sphere", character.MageAttributes?.Sphere),
            ("Age", character.Age?.ToString(CultureInfo.InvariantCulture)),
            ("Nature", character.Nature),
            ("Demeanor", character.Demeanor),
            ("Status", character.Status == CharacterStatus.Dead ? "Dead" : null),
        ];
        return $"<dl class=\"facts\">{facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(Fact)}</dl>";
    }

    private static Html Fact((string Name, string? Value) fact) => $"<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>\n";

    private static Html Section(FullSheetTraitSection section)
    {
        var categories = section.Categories.OrderBy(category => category.Order).Select(Category).Where(one => one != Html.None).ToList();
        return categories.Count == 0 ? Html.None
            : $"<section><h2>{section.Name}</h2>\n<div class=\"columns\">\n{categories}</div>\n</section>\n";
    }

    private static Html Category(FullSheetTraitCategory category)
    {
        var within = category.Subcategories.Where(sub => sub.CharacterTraits.Count > 0)
            .Select(sub => (Html)$"<h4>{sub.Name}</h4>\n{Traits(sub.CharacterTraits)}")
            .ToList();
        return category.CharacterTraits.Count == 0 && within.Count == 0 ? Html.None
            : $"<div class=\"category\"><h3>{category.Name}</h3>\n{Traits(category.CharacterTraits)}{within}</div>\n";
    }

    private static Html Traits(IReadOnlyList<FullSheetCharacterTrait> traits)
        => traits.Count == 0 ? Html.None : $"<ul class=\"traits\">\n{traits.Select(Trait)}</ul>\n";

    private static Html Trait(FullSheetCharacterTrait owned)
    {
        var powers = owned.Trait.Powers.Where(power => power.Level <= owned.Value && power.Description is not null)
            .Select(power => (Html)$"<li>{power.Name ?? power.Description}</li>\n")
            .ToList();
        var list = powers.Count == 0 ? Html.None : (Html)$"\n<ol class=\"powers\">\n{powers}</ol>";
        return $"<li><span class=\"name\">{owned.Trait.Name}</span> {Value(owned.Value, owned.Trait.MaxValue)}{list}</li>\n";
    }

    /// <summary>Dots for the eye, words for whoever listens.</summary>
    private static Html Value(int value, int most)
    {
        var dots = Enumerable.Range(1, Math.Min(most, MostDots)).Select(dot => Dot(dot <= value));
        return most > MostDots || value > most
            ? (Html)$"<span class=\"number\">{value}</span>"
            : (Html)$"<span class=\"dots\" role=\"img\" aria-label=\"{value} of {most}\">{dots}</span>";
    }

    private static Html Dot(bool isFull) => isFull ? (Html)$"<i class=\"full\"></i>" : (Html)$"<i></i>";

    private static Html Gifts(Character character)
    {
        var vampire = character.VampireAttributes;
        (string Kind, string? Name, string? Text)[] gifts =
        [
            ("Bane", vampire?.BaneName, vampire?.BaneDescription),
            ("Compulsion", vampire?.CompulsionName, vampire?.CompulsionDescription),
            .. character.Specialties.Select(one => ("Specialty", (string?)one.Name, one.Description)),
        ];
        var named = gifts.Where(gift => !string.IsNullOrEmpty(gift.Name))
            .Select(gift => (Html)$"<div class=\"category\"><h3>{gift.Kind}: {gift.Name}</h3><p>{gift.Text}</p></div>\n")
            .ToList();
        return named.Count == 0 ? Html.None : $"<section><h2>Gifts and banes</h2>\n<div class=\"columns\">\n{named}</div>\n</section>\n";
    }

    private static Html Inventory(IReadOnlyList<InventoryItem> items)
        => items.Count == 0 ? Html.None
            : $"""
            <section><h2>Inventory</h2>
            <table><thead><tr><th scope="col">Item</th><th scope="col">Kind</th><th scope="col">Remarks</th></tr></thead>
            <tbody>
            {items.Select(Item)}</tbody></table>
            </section>

            """;

    private static Html Item(InventoryItem item)
        => $"<tr><td>{item.Name}</td><td>{Title(item.Type.Value)}</td><td>{item.Description}</td></tr>\n";

    private static Html Story(Character character)
        => If(character.Biography, text => $"<section class=\"words\"><h2>Biography</h2>\n<p>{text}</p>\n</section>\n");

    private static Html Notes(IReadOnlyList<Note> notes)
        => notes.Count == 0 ? Html.None
            : $"<section class=\"words\"><h2>Notes</h2>\n{notes.Select(Written)}</section>\n";

    private static Html Written(Note note) => $"<h3>{note.Title}</h3>\n<p>{note.Content}</p>\n";

    private static Html If(string? text, Func<string, Html> write) => string.IsNullOrWhiteSpace(text) ? Html.None : write(text);

    /// <summary>Words of the contract, such as <c>VAMPIRE</c>, as people write them.</summary>
    private static string Title(string value) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(value.ToLowerInvariant());
}
