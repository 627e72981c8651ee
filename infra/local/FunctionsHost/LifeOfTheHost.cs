using Microsoft.Extensions.Hosting;

namespace FunctionsHost;

/// <summary>
/// The parts of a host end in its order: the process's signals, Ctrl-C for instance, are for whoever runs the host, not for each part.
/// </summary>
sealed class LifeOfTheHost : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
