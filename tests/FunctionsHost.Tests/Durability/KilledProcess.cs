namespace FunctionsHost.Tests.Durability;

static class KilledProcess
{
    static int Main() => 0;
}
