using BenchmarkDotNet.Running;
using Ilnp.Benchmarks;
using Ilnp.Benchmarks.Lemon;

// In this process: the default would write and build a project of its own, which knows nothing of the pinned versions here.
if (args is ["lemon"]) LemonComparison.Run();
else BenchmarkSwitcher.FromAssembly(typeof(SampleBenchmarks).Assembly).Run([.. args, "--inProcess"]);
