using Azure;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmbeddedFunctions.Hosting;

/// <summary>The built app; says in one sentence why it cannot start.</summary>
sealed class EmbeddedHost(WebApplication app, EmbeddedHostSettings settings) : IHost, IAsyncDisposable
{
    static readonly TimeSpan LongStart = TimeSpan.FromSeconds(2);

    public IServiceProvider Services => app.Services;

    /// <exception cref="FunctionsHostStartException">An address is taken, the storage account does not answer, or options are invalid.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var starting = app.StartAsync(cancellationToken);
            if (await Task.WhenAny(starting, Task.Delay(LongStart, CancellationToken.None)) != starting)
                app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Host").LogInformation("{Waiting}", Waiting);
            await starting;
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            // Whatever came up before must not go on running behind a failed start.
            await app.StopAsync(CancellationToken.None);
            throw new FunctionsHostStartException(Explain(e)!, e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    public void Dispose() => ((IDisposable)app).Dispose();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    string? Explain(Exception error) => error switch
    {
        OptionsValidationException invalid => Lines(invalid.Failures),
        AggregateException { InnerExceptions: var all } when all.All(inner => inner is OptionsValidationException) =>
            Lines(all.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures)),
        IOException { InnerException: AddressInUseException } =>
            $"The address {string.Join(", ", settings.ListenOn)} is in use: stop the program that has it, or choose another with {EmbeddedHostSettings.Urls}=http://localhost:7072.",
        RequestFailedException { Status: 0 } => Unreachable,
        RequestFailedException { Status: 401 or 403 } => $"The storage account refuses its key or identity: check the setting {EmbeddedHostSettings.Storage}.",
        AggregateException { InnerExceptions: [RequestFailedException { Status: 0 }, ..] } => Unreachable,
        _ => null,
    };

    /// <summary>One for each mistake, without what the framework puts around the app's own words.</summary>
    static string Lines(IEnumerable<string> failures) => string.Join(Environment.NewLine, failures.Select(failure =>
    {
        const string Around = "with the error: '";
        var start = failure.IndexOf(Around, StringComparison.Ordinal);
        return start < 0 ? failure : failure[(start + Around.Length)..].TrimEnd('.', '\'') + ".";
    }));

    string Waiting =>
        $"Still waiting for the task hub {app.Services.GetRequiredService<HostJson>().HubName}: another process serves it, or ended without letting go of it a moment ago.";

    static string Unreachable => $"The storage account does not answer: start Azurite, or check the setting {EmbeddedHostSettings.Storage}.";
}
