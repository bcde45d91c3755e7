using System.Text.Json;
using Newtonsoft.Json.Linq;
using Valentina.Json;
using Valentina.Json.Codecs;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Operations of the kinds the contracts have, made by hand.</summary>
internal static class Ops
{
    public static readonly ApiOperation Get = new("getThing", HttpMethod.Get, "/api/v1/things/{id}") { IsRepeatable = true };

    public static readonly ApiOperation Delete = new("deleteThing", HttpMethod.Delete, "/api/v1/things/{id}") { IsRepeatable = true };

    public static readonly ApiOperation Post = new("createThing", HttpMethod.Post, "/api/v1/things") { AcceptsIdempotencyKey = true };

    public static readonly ApiOperation Patch = new("updateThing", HttpMethod.Patch, "/api/v1/things/{id}")
    {
        AcceptsIdempotencyKey = true
    };

    public static readonly ApiOperation SpendingPut = new("modifyTraitValue", HttpMethod.Put, "/api/v1/things/{id}/value")
    {
        AcceptsIdempotencyKey = true,
        IsRepeatable = false
    };

    public static readonly ApiOperation HarmlessPut = new("replaceThing", HttpMethod.Put, "/api/v1/things/{id}")
    {
        AcceptsIdempotencyKey = true,
        IsRepeatable = true
    };

    public static readonly ApiOperation ResiduePost = new("createCompany", HttpMethod.Post, "/api/v1/companies")
    {
        AcceptsIdempotencyKey = true,
        NoRetryOnServerError = true
    };

    public static readonly ApiOperation Upload = new("uploadUserAsset", HttpMethod.Post, "/api/v1/things/{id}/assets")
    {
        AcceptsIdempotencyKey = true,
        NoRetryOnServerError = true,
        IsUpload = true
    };

    public static readonly ApiOperation Billed = new("chat", HttpMethod.Post, "/v1/chat/completions") { SpendsMoney = true };

    public static readonly ApiOperation Lookup = new("lookupUser", HttpMethod.Get, "/api/v1/users/lookup")
    {
        IsRepeatable = true,
        HasPersonalData = true
    };

    public static ApiRequest Request(ApiOperation operation)
    {
        var request = new ApiRequest(operation).Literal("/api/v1/things/").Segment("id", 7);
        return operation.Method == HttpMethod.Post || operation.Method == HttpMethod.Patch || operation.Method == HttpMethod.Put
            ? request.Json(new JObject { ["name"] = "Ravn" })
            : request;
    }
}

/// <summary>A small model.</summary>
internal sealed class Thing : IJsonModel<Thing>
{
    public string? Name { get; set; }

    public static Thing ReadJson(ref Utf8JsonReader reader)
    {
        JsonTokens.StartObject(ref reader);
        var thing = new Thing();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("name"u8))
            {
                JsonTokens.SkipValue(ref reader);
            }
            else if (JsonTokens.MoveToText(ref reader))
            {
                thing.Name = TextCodec.Read(ref reader);
            }
        }

        return thing;
    }

    public void WriteJson(Utf8JsonWriter writer) => FreeJson.Write(writer, new JObject { ["name"] = Name });
}
