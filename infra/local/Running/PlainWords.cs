using FunctionsHost;
using FunctionsHost.Azurite;
using FunctionsHost.Durable.Backup;
using Microsoft.Extensions.Options;

namespace Ilnp.Local.Running;

/// <summary>Failures that the person at the keyboard can mend, in words for that person.</summary>
static class PlainWords
{
    /// <summary>What shells give for a command ended by Ctrl-C.</summary>
    const int Stopped = 130;

    /// <summary>Runs a command; a failure that has words goes to standard error and gives exit code 1, others are thrown.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> command, CancellationToken cancellation)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (Of(e) is { } words)
        {
            await Console.Error.WriteLineAsync(words);
            return 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Stopped;
        }
    }

    /// <summary>What to do, or null for failures that are ours to mend.</summary>
    public static string? Of(Exception failure) => failure switch
    {
        LocalProblem or BackupProblem or AzuriteUnavailableException or FunctionsHostStartException => failure.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        AggregateException { InnerException: { } inner } => Of(inner),
        UnauthorizedAccessException => $"{failure.Message} Look whether it is a folder, or somebody else's.",
        _ when FullDisk.IsIn(failure) => "The disk is full, so something could not be written: make room and run this again.",
        _ => null,
    };
}
