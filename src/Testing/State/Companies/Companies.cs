using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Companies, their settings, and which developers may use them.</summary>
internal static class Companies
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        registry.Views.Count(Kinds.Company, "num_campaigns", Kinds.Campaign, "company_id");
        registry.Views.Count(Kinds.Company, "num_users", Kinds.User, "company_id");
        Characters.CountByType(registry, Kinds.Company, "company_id");

        var resource = new Resource
        {
            Kind = Kinds.Company,
            Schema = "CompanyResponse",
            Rows = call => world[Kinds.Company].Rows
                .Where(company => call.Developer.Flag("is_global_admin") || CompanyCheck.Permission(call.Developer, company.Id) is not null)
                .OrderBy(company => company.Text("name"), StringComparer.Ordinal),
            Applying = (call, company, form) => call.Description = $"Update company '{form["name"] ?? company["name"]}'",
        };
        registry.List("listCompanies", resource);
        registry.Get("getCompany", resource);
        registry.Update("updateCompany", resource);
        registry.Delete("deleteCompany", resource);
        registry.On("createCompany", call =>
        {
            var (company, admin) = Add(
                registry, call.Field("name")!, call.Field("email")!, call.Field("description"), call.Form["settings"] as JsonObject,
                call.Developer);
            call.Subject = company;
            return new JsonObject
            {
                ["company"] = registry.Views.Write(company, "CompanyResponse"),
                ["admin_user"] = registry.Views.Write(admin, "company_dto_UserResponse"),
            };
        });
        registry.On("addDeveloperToCompany", call => GiveAccess(world, call));
    }

    /// <summary>Stores a company with its first administrator; the developer becomes its owner.</summary>
    public static (Entity Company, Entity Admin) Add(
        HandlerRegistry registry, string name, string email, string? description, JsonObject? settings, Entity developer)
    {
        var world = registry.World;
        var stored = new JsonObject { ["id"] = world.Timestamps.NewId() };
        foreach (var member in registry.Contract.Schema("CompanySettingsCreate").Members)
        {
            stored[member.Name] = settings?[member.Name]?.DeepClone() ?? Default(member.Name);
        }

        var company = world.Add(Kinds.Company, new JsonObject
        {
            ["name"] = name,
            ["description"] = string.IsNullOrEmpty(description) ? null : description,
            ["email"] = email,
            ["settings"] = stored,
        });
        company["resources_modified_at"] = world.Timestamps.Now();
        developer.Data["companies"]![company.Id] = "OWNER";
        var admin = Users.Add(world, company.Id, developer.Text("username")!, developer.Text("email")!, "ADMIN");
        return (company, admin);
    }

    /// <summary>A company's setting that is a text.</summary>
    public static string Setting(Entity company, string name) => company["settings"]![name]!.GetValue<string>();

    /// <summary>A company's setting that is a number.</summary>
    public static int NumberSetting(Entity company, string name) => Numbers.Int(company["settings"]![name]!);

    private static JsonNode Default(string member) => member switch
    {
        "character_autogen_xp_cost" => 10,
        "character_autogen_num_choices" => 3,
        "character_autogen_starting_points" => 0,
        "permission_recoup_xp" => "DENIED",
        _ => "UNRESTRICTED",
    };

    private static JsonObject GiveAccess(World world, EndpointContext call)
    {
        var id = call.FieldId("developer_id")!;
        var developer = world[Kinds.Developer].Find(id) ?? throw ProblemException.Invalid($"Developer {id} not found");
        var permission = call.Field("permission")!;
        var companies = (JsonObject)developer.Data["companies"]!;
        if (CompanyCheck.Permission(developer, call.Company.Id) == "OWNER"
            && permission != "OWNER"
            && !world[Kinds.Developer].Rows.Any(other => other != developer && CompanyCheck.Permission(other, call.Company.Id) == "OWNER"))
        {
            throw ProblemException.Invalid("Every company must have at least one owner.");
        }

        if (permission == "REVOKE")
        {
            companies.Remove(call.Company.Id);
        }
        else
        {
            companies[call.Company.Id] = permission;
        }

        return new JsonObject { ["company_id"] = call.Company.Id, ["name"] = call.Company.Text("name"), ["permission"] = permission };
    }
}
