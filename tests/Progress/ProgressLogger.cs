using System.Diagnostics;
using System.Globalization;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;

namespace Valentina.Progress.TestLogger;

/// <summary>
/// Says every few seconds how far the tests of a project are, so that a run of minutes is never silent, and leaves the counts behind for
/// the total of all projects. Parameters: <c>Seconds</c> between two lines, <c>Totals</c> the folder for the counts.
/// </summary>
[FriendlyName("progress")]
[ExtensionUri("logger://valentina/progress")]
public sealed class ProgressLogger : ITestLoggerWithParameters
{
    private readonly object _gate = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private string _name = "Tests";
    private string _latest = "no test has ended yet";
    private string? _totals;
    private int _passed;
    private int _failed;
    private int _skipped;
    private Timer? _timer;

    public void Initialize(TestLoggerEvents events, string testRunDirectory) => Initialize(events, new Dictionary<string, string?>());

    public void Initialize(TestLoggerEvents events, Dictionary<string, string?> parameters)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(parameters);
        var pause = TimeSpan.FromSeconds(parameters.TryGetValue("Seconds", out var seconds) && seconds is not null
            ? double.Parse(seconds, CultureInfo.InvariantCulture)
            : 10);
        var framework = parameters.TryGetValue(DefaultLoggerParameterNames.TargetFramework, out var target) && target is not null
            ? "net" + target.Split('v')[^1]
            : "";
        _totals = parameters.GetValueOrDefault("Totals");
        events.TestRunStart += (_, run) =>
        {
            _name = $"{Path.GetFileNameWithoutExtension(run.TestRunCriteria.Sources?.FirstOrDefault() ?? "Tests")} ({framework})";
            Say("started");
            _timer = new Timer(_ => Say(Counts()), null, pause, pause);
        };
        events.TestResult += (_, test) => Count(test.Result);
        events.TestRunComplete += (_, run) =>
        {
            _timer?.Dispose();
            Say($"{Counts(withLatest: false)}{(run.IsAborted || run.IsCanceled ? ", but the run was broken off" : "")}");
            Leave(run.IsAborted || run.IsCanceled || run.Error is not null);
        };
    }

    private void Count(TestResult result)
    {
        lock (_gate)
        {
            _ = result.Outcome switch
            {
                TestOutcome.Passed => _passed++,
                TestOutcome.Failed => _failed++,
                _ => _skipped++,
            };
            _latest = "latest: " + (result.DisplayName ?? result.TestCase.DisplayName).Split('(')[0];
        }
    }

    private string Counts(bool withLatest = true)
    {
        lock (_gate)
        {
            return $"{_passed} passed, {_failed} failed{(_skipped > 0 ? $", {_skipped} skipped" : "")}{(withLatest ? $"; {_latest}" : "")}";
        }
    }

    private void Say(string text)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {_name}, {_watch.Elapsed.TotalSeconds:0} s: {text}"));

    /// <summary>Leaves the counts behind, and the sum of all that were left since the folder was emptied.</summary>
    private void Leave(bool isBroken)
    {
        if (_totals is null)
        {
            return;
        }

        Directory.CreateDirectory(_totals);
        File.WriteAllText(Path.Combine(_totals, _name + ".counts"), $"{_passed} {_failed} {_skipped} {(isBroken ? 1 : 0)}");
        var runs = Directory.GetFiles(_totals, "*.counts").Select(file => File.ReadAllText(file).Split(' ').Select(int.Parse).ToList())
            .ToList();
        var broken = runs.Sum(run => run[3]);
        File.WriteAllText(
            Path.Combine(_totals, "total.txt"),
            $"Total of {runs.Count} runs: {runs.Sum(run => run[0])} passed, {runs.Sum(run => run[1])} failed, {runs.Sum(run => run[2])} skipped{(broken > 0 ? $", {broken} broken off" : "")}\n");
    }
}
