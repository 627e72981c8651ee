using FunctionsHost.Tests.Durability;
using FunctionsHost.Tests.Published;

namespace FunctionsHost.Tests;

/// <summary>The entry point where tests run this assembly as a process of its own.</summary>
static class Program
{
    static Task Main(string[] args) => OwnProcess.IsMeant(args) ? OwnProcess.RunAsync(args) : KilledProcess.RunAsync(args);
}
