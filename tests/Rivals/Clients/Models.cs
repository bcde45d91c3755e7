namespace Valentina.Rivals.Clients;

/// <summary>The models of clients written by hand, with the names of the wire.</summary>
public sealed class Company
{
    public Guid id { get; set; }

    public DateTimeOffset date_created { get; set; }

    public DateTimeOffset date_modified { get; set; }

    public DateTimeOffset resources_modified_at { get; set; }

    public string? name { get; set; }

    public string? email { get; set; }

    public string? description { get; set; }

    public int num_campaigns { get; set; }

    public int num_player_characters { get; set; }

    public int num_storyteller_characters { get; set; }

    public int num_npc_characters { get; set; }

    public int num_users { get; set; }

    public CompanySettings? settings { get; set; }
}

public sealed class CompanySettings
{
    public Guid id { get; set; }

    public int character_autogen_xp_cost { get; set; }

    public int character_autogen_num_choices { get; set; }

    public int character_autogen_starting_points { get; set; }

    public string? permission_manage_campaign { get; set; }

    public string? permission_manage_npc { get; set; }

    public string? permission_grant_xp { get; set; }

    public string? permission_free_trait_changes { get; set; }

    public string? permission_recoup_xp { get; set; }
}

public sealed class CompanyPage
{
    public List<Company> items { get; set; } = [];

    public int limit { get; set; }

    public int offset { get; set; }

    public int total { get; set; }
}
