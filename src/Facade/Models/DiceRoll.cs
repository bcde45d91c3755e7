using Newtonsoft.Json;

namespace Valentina.Models;

// Added by hand: what a table wants to know of a roll lies one level down and may be missing there.
public partial class DiceRoll
{
    /// <summary>
    /// How many successes the roll has, where a ten counts twice, and a one cancels a ten or else takes one away; never below 0, so 0 for a
    /// failure, for a botch, and for a roll without a difficulty.
    /// </summary>
    [JsonIgnore]
    public int Successes => Math.Max(0, Result?.TotalResult ?? 0);

    /// <summary>Whether the roll succeeded, critically or not.</summary>
    [JsonIgnore]
    public bool IsSuccess => Result?.TotalResultType == RollResultType.Success || IsCritical;

    /// <summary>Whether the roll brought more successes than dice.</summary>
    [JsonIgnore]
    public bool IsCritical => Result?.TotalResultType == RollResultType.Critical;

    /// <summary>Whether the roll failed without a botch.</summary>
    [JsonIgnore]
    public bool IsFailure => Result?.TotalResultType == RollResultType.Failure;

    /// <summary>Whether ones outweighed the successes.</summary>
    [JsonIgnore]
    public bool IsBotch => Result?.TotalResultType == RollResultType.Botch;
}
