using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EmbeddedFunctions.Hosting;

/// <summary>Where the host listens, once it has started.</summary>
sealed class BoundAddresses(IServer server)
{
    public IReadOnlyCollection<string> All => [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public string First => All.FirstOrDefault() ?? throw new InvalidOperationException("The host has no address before it has started.");
}
