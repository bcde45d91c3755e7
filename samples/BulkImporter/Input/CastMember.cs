namespace BulkImporter.Input;

/// <summary>One row of the file: a character that the storyteller plays.</summary>
/// <param name="Line">Where it stands, for messages; from 1, a header included.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The last name.</param>
/// <param name="Class">Such as <c>vampire</c>; upper and lower case are the same.</param>
/// <param name="Clan">The name of a clan, for vampires; null where there is none.</param>
/// <param name="Concept">The name of a concept; null where there is none.</param>
/// <param name="Age">The age in years; null where it is unknown.</param>
/// <param name="Biography">Some words; null where there are none.</param>
internal sealed record CastMember(
    int Line, string FirstName, string LastName, string Class, string? Clan, string? Concept, int? Age, string? Biography)
{
    /// <summary>Both names: the server takes each combination once.</summary>
    public string Name => $"{FirstName} {LastName}";
}
