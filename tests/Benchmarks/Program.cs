using BenchmarkDotNet.Running;
using Valentina.Benchmarks.Pacing;

// "pictures FOLDER" draws the pictures of docs/rate-limits.md from a run; everything else is for BenchmarkDotNet.
if (args is ["pictures", var folder])
{
    await PacePictures.DrawAsync(folder);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(PacePictures).Assembly).Run(args);
