using System.Net.Sockets;
using EmbeddedFunctions.Azurite;
using EmbeddedFunctions.Hosting;
using Microsoft.Extensions.Options;

namespace Ilnp.Local.Running;

/// <summary>Failures that the person at the keyboard can mend, in words for that person.</summary>
static class PlainWords
{
    /// <summary>Runs a command; a failure that has words goes to standard error and gives exit code 1, others are thrown.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> command)
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
    }

    /// <summary>What to do, or null for failures that are ours to mend.</summary>
    public static string? Of(Exception failure) => failure switch
    {
        LocalProblem or AzuriteUnavailableException or FunctionsHostStartException => failure.Message,
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        IOException { InnerException: SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } } or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            "The port is in use by another program: end that program, or choose another port with --port.",
        AggregateException { InnerException: { } inner } => Of(inner),
        _ => null,
    };
}
