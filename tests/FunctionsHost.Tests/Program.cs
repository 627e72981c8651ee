using FunctionsHost.Tests.Published;

namespace FunctionsHost.Tests;

static class Program
{
    static Task Main(string[] args) => OwnProcess.RunAsync(args);
}
