using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Valentina.Rivals.Clients;

/// <summary>The runtime of Kiota, with requests and models as its generator writes them.</summary>
internal sealed class KiotaRival(Uri address) : IRival
{
    // Its provider of API keys wants HTTPS; the header is set on the request instead.
    private readonly HttpClientRequestAdapter _adapter = new(new AnonymousAuthenticationProvider(), new JsonParseNodeFactory())
    {
        BaseUrl = address.GetLeftPart(UriPartial.Authority),
    };

    public async Task<object> GetAsync()
    {
        var request = Request("{+baseurl}/api/v1/companies/{company_id}");
        request.PathParameters["company_id"] = "01a20162-68a9-761b-9438-e7c3c4072b6c";
        return (await _adapter.SendAsync(request, static _ => new KiotaCompany()))!;
    }

    public async Task<int> ListAsync()
    {
        var count = 0;
        for (var offset = 0; ; offset += 100)
        {
            var request = Request("{+baseurl}/api/v1/companies{?limit,offset}");
            request.QueryParameters["limit"] = 100;
            request.QueryParameters["offset"] = offset;
            var page = (await _adapter.SendAsync(request, static _ => new KiotaPage()))!;
            count += page.Items!.Count;
            if (offset + 100 >= page.Total)
            {
                return count;
            }
        }
    }

    private RequestInformation Request(string template)
    {
        var request = new RequestInformation
        {
            HttpMethod = Method.GET, UrlTemplate = template, PathParameters = { ["baseurl"] = _adapter.BaseUrl! },
        };
        request.Headers.TryAdd("Accept", "application/json");
        request.Headers.TryAdd("X-API-KEY", "k");
        return request;
    }

    private sealed class KiotaPage : IParsable
    {
        public List<KiotaCompany>? Items { get; private set; }

        public int? Total { get; private set; }

        public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
        {
            ["items"] = node => Items = node.GetCollectionOfObjectValues(static _ => new KiotaCompany())?.ToList(),
            ["total"] = node => Total = node.GetIntValue(),
        };

        public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
    }

    private sealed class KiotaCompany : IParsable
    {
        private readonly Company _values = new();

        public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
        {
            ["id"] = node => _values.id = node.GetGuidValue() ?? default,
            ["date_created"] = node => _values.date_created = node.GetDateTimeOffsetValue() ?? default,
            ["date_modified"] = node => _values.date_modified = node.GetDateTimeOffsetValue() ?? default,
            ["resources_modified_at"] = node => _values.resources_modified_at = node.GetDateTimeOffsetValue() ?? default,
            ["name"] = node => _values.name = node.GetStringValue(),
            ["email"] = node => _values.email = node.GetStringValue(),
            ["description"] = node => _values.description = node.GetStringValue(),
            ["num_campaigns"] = node => _values.num_campaigns = node.GetIntValue() ?? 0,
            ["num_player_characters"] = node => _values.num_player_characters = node.GetIntValue() ?? 0,
            ["num_storyteller_characters"] = node => _values.num_storyteller_characters = node.GetIntValue() ?? 0,
            ["num_npc_characters"] = node => _values.num_npc_characters = node.GetIntValue() ?? 0,
            ["num_users"] = node => _values.num_users = node.GetIntValue() ?? 0,
            ["settings"] = node => node.GetObjectValue(static _ => new KiotaSettings()),
        };

        public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
    }

    private sealed class KiotaSettings : IParsable
    {
        private readonly CompanySettings _values = new();

        public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
        {
            ["id"] = node => _values.id = node.GetGuidValue() ?? default,
            ["character_autogen_xp_cost"] = node => _values.character_autogen_xp_cost = node.GetIntValue() ?? 0,
            ["character_autogen_num_choices"] = node => _values.character_autogen_num_choices = node.GetIntValue() ?? 0,
            ["character_autogen_starting_points"] = node => _values.character_autogen_starting_points = node.GetIntValue() ?? 0,
            ["permission_manage_campaign"] = node => _values.permission_manage_campaign = node.GetStringValue(),
            ["permission_manage_npc"] = node => _values.permission_manage_npc = node.GetStringValue(),
            ["permission_grant_xp"] = node => _values.permission_grant_xp = node.GetStringValue(),
            ["permission_free_trait_changes"] = node => _values.permission_free_trait_changes = node.GetStringValue(),
            ["permission_recoup_xp"] = node => _values.permission_recoup_xp = node.GetStringValue(),
        };

        public void Serialize(ISerializationWriter writer) => throw new NotSupportedException();
    }
}
