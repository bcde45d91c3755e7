using System.Globalization;
using Newtonsoft.Json;

namespace Valentina.Models;

// Added by hand: the choices are keyed by numbers written as text, and by one word among them.
public partial class TraitValueOptions
{
    private const string RemovalKey = "DELETE";

    /// <summary>What removing the trait would mean; null where that is no choice.</summary>
    [JsonIgnore]
    public TraitValueOption? Removal => Options.GetValueOrDefault(RemovalKey);

    /// <summary>What changing the value would mean.</summary>
    /// <param name="targetValue">The value to reach, in dots.</param>
    /// <returns>The choice; null where the value cannot be reached.</returns>
    public TraitValueOption? To(int targetValue) => Options.GetValueOrDefault(targetValue.ToString(CultureInfo.InvariantCulture));
}
