using FunctionsHost;
using FunctionsHost.Settings;

namespace Ilnp.Local.Running;

/// <summary>One run of the app on this machine.</summary>
/// <param name="App">In this process, or as it was published.</param>
/// <param name="Folder">Where data and mail go.</param>
/// <param name="Port">Of pages and webhooks.</param>
/// <param name="Secrets">The run's keys.</param>
/// <param name="Engine">Of its orchestrations.</param>
/// <param name="Clock">Real, or simulated with a simulated engine.</param>
/// <param name="IsQuiet">Logs warnings only.</param>
sealed record LocalRun(
    FunctionsApp App, RunFolder Folder, int Port, LocalSecrets Secrets, EngineKind Engine, TimeProvider Clock, bool IsQuiet)
{
    /// <summary>
    /// Whether storage and schedules outlive the run: a simulated one begins anew each time, and is kept for a look only.
    /// </summary>
    public bool IsKept { get; init; } = Engine != EngineKind.Simulation;

    /// <summary>
    /// Whether it serves real people: then no kill may lose what was acknowledged, and settings of the environment,
    /// <c>AzureWebJobsStorage</c> and <c>Mail__Sender</c> for instance, win over the run's own. A simulated run is
    /// the same wherever it runs, and begins anew.
    /// </summary>
    public bool IsReal => Clock == TimeProvider.System;

    /// <summary>A storage account that the environment names; null where Azurite is started.</summary>
    public string? Storage => IsReal ? Account : null;

    /// <inheritdoc cref="Storage"/>
    public static string? Account => Environment.GetEnvironmentVariable(HostSettings.Storage);

    /// <summary>The app that this program was built with.</summary>
    public static FunctionsApp OwnApp { get; } = new FunctionsApp.InProcess(typeof(Ilnp.Program).Assembly, Ilnp.Program.CreateBuilder);

    /// <summary>Where everybody's mails can be read, with the key that opens them.</summary>
    public Uri Mailbox(Uri app) => new(app, $"mailbox?key={Secrets.MailboxKey}");
}
