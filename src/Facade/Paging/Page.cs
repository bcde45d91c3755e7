using Newtonsoft.Json;
using Valentina.Json;

namespace Valentina;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[System.Text.Json.Serialization.JsonConverter(typeof(PageConverterFactory))]
public class Page<T>
{
    /// <summary>The items of this page.</summary>
    [JsonProperty("items", NullValueHandling = NullValueHandling.Ignore)]
    [System.Text.Json.Serialization.JsonPropertyName("items")]
    public IReadOnlyList<T> Items
    {
        get;

        // A null is no item: whoever reads the list need not reckon with it.
        set => field = value is null
            ? []
            : HoldsNull(value)
            ? [.. value.Where(static item => item is not null)]
            : value;
    } = [];

    /// <summary>The page size that was asked for.</summary>
    [JsonProperty("limit", NullValueHandling = NullValueHandling.Ignore)]
    [System.Text.Json.Serialization.JsonPropertyName("limit")]
    public int Limit { get; set; }

    /// <summary>How many items come before this page.</summary>
    [JsonProperty("offset", NullValueHandling = NullValueHandling.Ignore)]
    [System.Text.Json.Serialization.JsonPropertyName("offset")]
    public int Offset { get; set; }

    /// <summary>How many items the whole list has.</summary>
    [JsonProperty("total", NullValueHandling = NullValueHandling.Ignore)]
    [System.Text.Json.Serialization.JsonPropertyName("total")]
    public int Total { get; set; }

    /// <summary>Whether items follow this page.</summary>
    [JsonIgnore]
    public bool HasMore => Items.Count > 0 && Offset + Items.Count < Total;

    /// <summary>The offset of the next page, by the items received; null after the last.</summary>
    [JsonIgnore]
    public int? NextOffset => HasMore ? Offset + Items.Count : null;

    /// <summary>How many pages of this size the list has; 0 for a page size of 0.</summary>
    [JsonIgnore]
    public int TotalPages => Limit <= 0 ? 0 : (int)(((long)Total + Limit - 1) / Limit);

    /// <summary>The number of this page, from 1; 0 for a page size of 0.</summary>
    [JsonIgnore]
    public int CurrentPage => Limit <= 0 ? 0 : Offset / Limit + 1;

    /// <summary>Which items of which list it holds, for a debugger or a log.</summary>
    public override string ToString() => FormattableString.Invariant($"{Items.Count} of {Total} {typeof(T).Name} from offset {Offset}");

    private static bool HoldsNull(IReadOnlyList<T> items)
    {
        if (default(T) is not null)
        {
            return false;
        }

        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is null)
            {
                return true;
            }
        }

        return false;
    }
}
