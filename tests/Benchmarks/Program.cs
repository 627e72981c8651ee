using BenchmarkDotNet.Running;
using Ilnp.Benchmarks;

// In this process: the default would write and build a project of its own, which knows nothing of the pinned versions here.
BenchmarkSwitcher.FromAssembly(typeof(SampleBenchmarks).Assembly).Run([.. args, "--inProcess"]);
