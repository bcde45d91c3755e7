namespace Valentina.Testing;

/// <summary>The dictionary: the terms everyone has, and each company's own.</summary>
internal static class Dictionary
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        var resource = new Resource
        {
            Kind = Kinds.Term,
            Schema = "DictionaryTermResponse",
            Rows = call => Visible(world, call.Company.Id)
                .Where(term => call.Query("term") is not { } wanted || Matches(term, wanted.Trim().ToLowerInvariant()))
                .OrderBy(term => term.Text("term"), StringComparer.Ordinal),
            Creating = (call, data) => data["company_id"] = call.Company.Id,
            Updating = (_, term, form) =>
            {
                RefuseForeign(term);
                var definition = form.ContainsKey("definition") ? form["definition"] : term["definition"];
                var link = form.ContainsKey("link") ? form["link"] : term["link"];
                if (definition is null && link is null)
                {
                    throw ProblemException.Invalid("DictionaryTerm must have either a definition or a link.");
                }
            },
            Deleting = (_, term) => RefuseForeign(term),
        };
        registry.List("listDictionaryTerms", resource);
        registry.Get("getDictionaryTerm", resource);
        registry.Create("createDictionaryTerm", resource);
        registry.Update("updateDictionaryTerm", resource);
        registry.Delete("deleteDictionaryTerm", resource);
    }

    private static IEnumerable<Entity> Visible(World world, string companyId)
        => world[Kinds.Term].Rows.Where(term => term.Text("company_id") is not { } owner || owner == companyId);

    private static bool Matches(Entity term, string wanted)
        => term.Text("term") == wanted || term.Texts("synonyms").Contains(wanted, StringComparer.Ordinal);

    /// <summary>Refuses to change or delete what everyone has; the words speak of updates in both cases.</summary>
    private static void RefuseForeign(Entity term)
    {
        if (term.Text("company_id") is null)
        {
            throw ProblemException.Invalid("You may not update dictionary terms that are not owned by your company.");
        }
    }
}
