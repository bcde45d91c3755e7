using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The audit logs of companies and of developers.</summary>
internal static class AuditLogs
{
    private const string Schema = "AuditLogDetailResponse";

    private static readonly string[] Links = [
        "company_id", "acting_user_id", "user_id", "campaign_id", "book_id", "chapter_id", "character_id"
    ];

    public static void Map(HandlerRegistry registry)
    {
        registry.On("listCompanyAuditLogs", call => List(registry, call, "company_id", call.Company.Id));
        registry.On("globalAdminListDeveloperAuditLogs", call => List(registry, call, "developer_id", call.Parent(Kinds.Developer).Id));
    }

    private static JsonObject List(HandlerRegistry registry, EndpointContext call, string owner, string ownerId)
    {
        return HandlerRegistry.Page(
            call,
            registry.World[Kinds.Audit].Where(owner, ownerId)
                .Where(entry => Array.TrueForAll(Links, link => call.QueryId(link) is not { } id || entry.Links(link, id)))
                .Where(entry => call.Query("entity_type") is not { } type || entry.Text("entity_type") == type)
                .Where(entry => call.Query("operation") is not { } operation || entry.Text("operation") == operation)
                .Where(entry => Date(call, "date_from") is not { } from || At(entry) >= from)
                .Where(entry => Date(call, "date_to") is not { } to || At(entry) <= to)
                .Reverse(),
            entry => Write(registry, call, entry));
    }

    /// <summary>The details of the request are there only when asked for.</summary>
    private static JsonObject Write(HandlerRegistry registry, EndpointContext call, Entity entry)
    {
        var view = registry.Views.Write(entry, Schema);
        if (!call.Includes("request_details"))
        {
            foreach (var detail in registry.Contract.Schema(Schema).Members.Where(member => !member.Required))
            {
                view.Remove(detail.Name);
            }
        }

        return view;
    }

    private static DateTimeOffset At(Entity entry) => DateTimeOffset.Parse(entry.Text("date_created")!, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Date(EndpointContext call, string name)
        => call.Query(name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;
}
