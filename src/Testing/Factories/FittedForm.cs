using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>One object of a sample while its members are made to fit.</summary>
internal sealed class FittedForm(ContractSchema schema, JsonObject form, Func<ContractSchema, string, JsonNode> make)
{
    private static readonly string[] Parents = ["campaign_id", "book_id", "chapter_id", "character_id", "user_id", "user_parent_id"];

    /// <summary>What the children of a thing call it.</summary>
    private static readonly Dictionary<string, string[]> Links = new(StringComparer.Ordinal)
    {
        ["CampaignBookDetailResponse"] = ["book_id"],
        ["CampaignChapterDetailResponse"] = ["chapter_id"],
        ["CharacterDetailResponse"] = ["character_id"],
        ["UserDetailResponse"] = ["user_id", "user_parent_id", "user_player_id"],
        ["user_dto_UserResponse"] = ["user_id"],
        ["AdminUserResponse"] = ["user_id"],
    };

    private static readonly (string Class, string Attributes)[] Natures =
    [
        ("VAMPIRE", "vampire_attributes"), ("WEREWOLF", "werewolf_attributes"), ("MAGE", "mage_attributes"),
        ("HUNTER", "hunter_attributes"),
    ];

    public void Fit()
    {
        PairNames();
        switch (schema.Name)
        {
            case "CharacterResponse" or "CharacterDetailResponse":
                Character();
                break;
            case "NoteResponse" or "S3AssetResponse":
                OneParent();
                break;
            case "RollStatistics":
                Statistics();
                break;
            case "DiceRollResponse":
                Dice();
                break;
            case "CharacterFullSheetDTO":
                SetEverywhere(form["sections"], "character_id", form["character"]?["id"]);
                break;
            case "ChargenSessionResponse":
                Candidates();
                break;
            case "NewCompanyCreateResponse":
                Set(form["admin_user"], "company_id", form["company"]?["id"]);
                break;
            case "BulkAssignTraitSuccess":
                Set(form, "trait_id", form["character_trait"]?["trait"]?["id"]);
                break;
            case "TraitValueOptionsResponse":
                Set(form, "name", form["trait"]?["name"]);
                Clamp("current_value");
                break;
            case "BatchResponse":
                Batch();
                break;
        }

        Trait();
        Tokens();
        Children();
        Experience();
    }

    /// <summary>Who has an id has a name, and who has none has none.</summary>
    private void PairNames()
    {
        foreach (var member in schema.Members)
        {
            var name = member.Name.EndsWith("_id", StringComparison.Ordinal) ? schema.Member(member.Name[..^3] + "_name") : null;
            if (name is null)
            {
                continue;
            }

            if (form[member.Name] is null)
            {
                Clear(name.Name);
            }
            else if (form[name.Name] is null)
            {
                form[name.Name] = make(name.Schema, name.Name);
            }
        }
    }

    private void Character()
    {
        var plain = $"{form["name_first"]} {form["name_last"]}";
        form["name"] = plain;
        form["name_full"] = form["name_nick"] is { } nick ? $"{form["name_first"]} '{nick}' {form["name_last"]}" : plain;
        Require("user_player_id", Text("type") == "PLAYER");
        Require("date_killed", Text("status") == "DEAD");
        foreach (var (kind, attributes) in Natures)
        {
            Require(attributes, Text("character_class") == kind);
        }
    }

    /// <summary>Notes and files hang on one thing.</summary>
    private void OneParent()
    {
        var parents = Parents.Where(parent => schema.Member(parent) is not null).ToList();
        var first = parents.Find(parent => form[parent] is not null) ?? parents[^1];
        parents.ForEach(parent => Require(parent, parent == first));
    }

    /// <summary>The parts add up, and the shares are theirs.</summary>
    private void Statistics()
    {
        var counts = new[] { "botches", "successes", "failures", "criticals" }.Select(Number).ToList();
        var total = counts.Sum();
        form["total_rolls"] = total;
        foreach (var (share, count) in new[]
        {
            "botch_percentage", "success_percentage", "failure_percentage", "criticals_percentage"
        }.Zip(counts))
        {
            form[share] = total == 0 ? 0 : 100.0 * count / total;
        }
    }

    private void Dice()
    {
        if (form["result"] is not JsonObject result)
        {
            return;
        }

        var sides = Math.Max(1, Number("dice_size"));
        var total = new JsonArray();
        foreach (var roll in new[] { "player_roll", "desperation_roll" })
        {
            var dice = (result[roll] as JsonArray ?? []).Select(die => Math.Clamp(die!.GetValue<int>(), 1, sides)).ToList();
            result[roll] = new JsonArray([.. dice.Select(die => JsonValue.Create(die))]);
            dice.ForEach(die => total.Add(die));
        }

        result["total_dice_roll"] = total;
    }

    private void Candidates()
    {
        foreach (var character in (form["characters"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Set(character, "campaign_id", form["campaign_id"]);
            Set(character, "user_creator_id", form["user_id"]);
            character["is_temporary"] = true;
        }
    }

    private void Batch()
    {
        var results = form["results"] as JsonArray ?? [];
        var completed = results.Count(result => result?["status"]?.ToString() == "completed");
        form["completed"] = completed;
        form["failed"] = results.Count - completed;
    }

    /// <summary>The least value is not above the greatest, and a value lies between them.</summary>
    private void Trait()
    {
        if (form["min_value"] is not null && form["max_value"] is not null && Number("min_value") > Number("max_value"))
        {
            (form["min_value"], form["max_value"]) = (Number("max_value"), Number("min_value"));
        }

        if (schema.Name is "CharacterTraitResponse" or "FullSheetCharacterTraitDTO")
        {
            Clamp("value");
        }
    }

    /// <summary>The sum of tokens is that of what went in and came out.</summary>
    private void Tokens()
    {
        foreach (var (sent, received) in new[] { ("input_tokens", "output_tokens"), ("prompt_tokens", "completion_tokens") })
        {
            if (form[sent] is not null && form[received] is not null && form["total_tokens"] is not null)
            {
                form["total_tokens"] = Number(sent) + Number(received);
                return;
            }
        }
    }

    private void Children()
    {
        if (schema.Name is null || !Links.TryGetValue(schema.Name, out var links) || form["id"] is not { } id)
        {
            return;
        }

        foreach (var list in schema.Members.Where(member => member.Schema.Core.Items?.Core.Members.Count > 0))
        {
            var kind = list.Schema.Core.Items!.Core;
            foreach (var child in (form[list.Name] as JsonArray ?? []).OfType<JsonObject>())
            {
                var link = links.FirstOrDefault(name => kind.Member(name) is not null);
                foreach (var parent in link is not null && kind.Name is "NoteResponse" or "S3AssetResponse" ? Parents : [])
                {
                    Set(child, parent, null);
                }

                Link(child, kind, link, id);
            }
        }
    }

    private void Link(JsonObject child, ContractSchema kind, string? link, JsonNode id)
    {
        if (link is not null)
        {
            child[link] = id.DeepClone();
        }

        if (link == "user_player_id")
        {
            child["type"] = "PLAYER";
        }

        if (kind.Member("company_id") is not null && form["company_id"] is { } company)
        {
            child["company_id"] = company.DeepClone();
        }

        kind.Members.Select(member => member.Name).Where(name => name.StartsWith("num_", StringComparison.Ordinal)).ToList()
            .ForEach(counter => child[counter] = 0);
    }

    /// <summary>What a user has earned is the sum of all campaigns.</summary>
    private void Experience()
    {
        if (schema.Member("lifetime_xp") is null || form["campaign_experience"] is not JsonArray rows)
        {
            return;
        }

        form["lifetime_xp"] = rows.Sum(row => row!["xp_total"]?.GetValue<int>() ?? 0);
        form["lifetime_cool_points"] = rows.Sum(row => row!["cool_points"]?.GetValue<int>() ?? 0);
    }

    private void Clamp(string member)
    {
        if (form[member] is not null && form["trait"] is { } trait && trait["min_value"] is { } least && trait["max_value"] is { } most)
        {
            form[member] = Math.Clamp(Number(member), least.GetValue<int>(), most.GetValue<int>());
        }
    }

    private void Require(string member, bool isThere)
    {
        if (!isThere)
        {
            Clear(member);
        }
        else if (form[member] is null && schema.Member(member) is { } declared)
        {
            form[member] = make(declared.Schema, member);
        }
    }

    private void Clear(string member)
    {
        if (form[member] is not null)
        {
            form[member] = null;
        }
    }

    private string? Text(string member) => form[member]?.ToString();

    private int Number(string member) => form[member]?.GetValue<int>() ?? 0;

    private static void Set(JsonNode? target, string member, JsonNode? value)
    {
        if (target is JsonObject other && other.ContainsKey(member))
        {
            other[member] = value?.DeepClone();
        }
    }

    private static void SetEverywhere(JsonNode? node, string member, JsonNode? value)
    {
        foreach (var child in node is JsonArray list ? list : (node as JsonObject)?.Select(entry => entry.Value) ?? [])
        {
            Set(child, member, value);
            SetEverywhere(child, member, value);
        }
    }
}
