using Valentina.Raw;

namespace Valentina.Connection.Pacing;

/// <summary>What the gate knows about one operation.</summary>
internal sealed class GateRoute(ApiOperation operation)
{
    public ApiOperation Operation { get; } = operation;

    /// <summary>Whether an answer told which limits apply.</summary>
    public bool IsKnown { get; set; }

    /// <summary>The limits that apply; null where none does, or none is known.</summary>
    public GateLane? Lane { get; set; }

    /// <summary>How many calls were sent without knowing the limits and have no answer yet.</summary>
    public int Unknown { get; set; }

    /// <summary>Since when there are such, in seconds of the gate.</summary>
    public double UnknownSince { get; set; }
}
