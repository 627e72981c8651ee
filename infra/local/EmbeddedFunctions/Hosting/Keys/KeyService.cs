using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Hosting.Keys;

/// <summary>Has the keys ready before the first request.</summary>
sealed class KeyService(KeyRing ring, KeyStore store, IReadOnlyList<ServedFunction> functions, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var withKeys = functions
            .Where(function => function.Declaration.Trigger is HttpTrigger { Level: AuthorizationLevel.Function or AuthorizationLevel.User })
            .Select(function => function.Declaration.Name)
            .ToList();
        ring.Keys = GivenKeys.Over(await store.LoadAsync(withKeys, cancellationToken), configuration);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
