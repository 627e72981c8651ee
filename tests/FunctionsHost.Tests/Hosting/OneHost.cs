namespace FunctionsHost.Tests.Hosting;

/// <summary>A host for all tests of a class.</summary>
public abstract class OneHost(Func<Task<HostUnderTest>> start) : IAsyncLifetime
{
    HostUnderTest? host;

    public HostUnderTest Host => host!;

    public async Task InitializeAsync() => host = await start();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
