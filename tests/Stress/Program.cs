using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Valentina.Stress;

// Exit codes: 0 all well, 1 a violation, 2 a wrong command line, 3 a scenario that did not end; a crash has its own.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var scenarios = typeof(IScenario).Assembly.GetTypes()
    .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IScenario)))
    .Select(type => (IScenario)Activator.CreateInstance(type)!)
    .OrderBy(scenario => scenario.Name, StringComparer.Ordinal)
    .ToArray();

StressOptions options;
IScenario[] chosen;
try
{
    options = StressOptions.Parse(args);
    chosen = options.Scenario is "all" or "list"
        ? scenarios
        : [.. options.Scenario.Split(',').Select(name => scenarios.FirstOrDefault(scenario => scenario.Name == name)
            ?? throw new FormatException($"There is no scenario '{name}'."))];
}
catch (FormatException ex)
{
    Console.Error.WriteLine($"{ex.Message}\n{StressOptions.Usage}");
    Array.ForEach(scenarios, Describe);
    return 2;
}

if (options.Scenario == "list")
{
    Array.ForEach(scenarios, Describe);
    return 0;
}

Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {(options.IsLong ? "long" : "short")} form, seed {options.Seed}");
var clean = true;
foreach (var scenario in chosen)
{
    var tally = new Tally();
    var watch = Stopwatch.StartNew();
    var bound = scenario.Bound(options);

    // The scenario has a thread of its own, so that a hang is told apart from work and the pool can be filled at will.
    var thread = new Thread(() =>
    {
        try
        {
            scenario.Run(options, tally);
        }
        catch (Exception ex)
        {
            tally.Violate("exception", ex.ToString());
        }
    })
    { IsBackground = true, Name = scenario.Name };
    thread.Start();
    if (!thread.Join(bound))
    {
        Console.WriteLine($"{scenario.Name}: HANGS after {watch.Elapsed.TotalSeconds:0} s: {tally} (seed {options.Seed})");
        return 3;
    }

    Console.WriteLine($"{scenario.Name}: {tally} ({watch.Elapsed.TotalSeconds:0.0} s, seed {options.Seed})");
    clean &= tally.IsClean;
}

return clean ? 0 : 1;

static void Describe(IScenario scenario) => Console.WriteLine($"  {scenario.Name,-10} {scenario.About}");
