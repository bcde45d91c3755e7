using BenchmarkDotNet.Running;
using Valentina.Benchmarks.Json;
using Valentina.Benchmarks.Pacing;

switch (args)
{
    // What .ci/run demands of bytes and ratios.
    case ["gate"]:
        return JsonGate.Run();

    // The pictures of docs/rate-limits.md, drawn from a run.
    case ["pictures", var folder]:
        await PacePictures.DrawAsync(folder);
        return 0;

    default:
        BenchmarkSwitcher.FromAssembly(typeof(JsonGate).Assembly).Run(args);
        return 0;
}
