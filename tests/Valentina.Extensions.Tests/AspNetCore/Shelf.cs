using Valentina.Models;

namespace Valentina.Extensions.Tests.AspNetCore;

/// <summary>A type of a program around those of the SDK.</summary>
public sealed record Shelf(
    Campaign Campaign,
    Campaign? Other,
    RollResultType Result,
    RollResultType? MaybeResult,
    DiceSize Size,
    IReadOnlyList<Campaign> List,
    Dictionary<string, Trait> Map,
    Page<Book> Books);

/// <summary>An item of a program's own.</summary>
public sealed record Book(string Title, CharacterClass Class);
