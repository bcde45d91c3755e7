namespace Valentina.Testing;

/// <summary>One step of a script.</summary>
/// <param name="answer">Makes the answer; null lets the state answer.</param>
/// <param name="change">Changes the answer on its way.</param>
internal sealed class ScriptStep(Func<FakeCall, FakeResponse>? answer, Action<FakeResponse>? change)
{
    /// <summary>How often it is used; null means for ever.</summary>
    public int? Times { get; set; }

    public int Used { get; set; }

    public TimeSpan Delay { get; set; }

    public List<(string Name, string Value)> Headers { get; } = [];

    public bool IsOver => Used >= Times;

    /// <summary>Whether the state is asked.</summary>
    public bool AsksState => answer is null;

    public FakeResponse Answer(FakeCall call) => answer!(call);

    public FakeResponse Finish(FakeResponse response)
    {
        change?.Invoke(response);
        response.Delay += Delay;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        return response;
    }
}

/// <summary>One condition of a script.</summary>
internal sealed record ScriptCondition(Func<FakeCall, bool> Matches);
