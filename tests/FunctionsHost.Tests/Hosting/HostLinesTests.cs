using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FunctionsHost.Tests.Hosting;

/// <summary>What the console shows of failures: the engine's in a line, the app's with their trace.</summary>
public sealed class HostLinesTests
{
    [Fact]
    public void GivenTheEngineFails_WhenItsMessageHoldsTheException_ThenTheLineSaysWhatHappenedAndNotWhereInItsCode()
    {
        var line = Written(
            "DurableTask.AzureStorage", $"Unexpected error occurred while trying to manage table partition leases: {Failure()}", null);
        Assert.Equal(
            "warn: DurableTask.AzureStorage[7] Unexpected error occurred while trying to manage table partition leases: "
                + "System.AggregateException: Tried twice. (Reset by peer.)",
            line);
    }

    [Fact]
    public void GivenTheEngineFails_WhenTheExceptionIsLogged_ThenItIsNamedWithItsCause() => Assert.Equal(
        "warn: DurableTask.Core[7] The loop ended. AggregateException: Tried twice. (Reset by peer.) (IOException)",
        Written("DurableTask.Core", "The loop ended.", Failure()));

    [Fact]
    public void GivenTheAppFails_WhenLogged_ThenItsTraceIsThere()
    {
        var line = Written("Ilnp.Matching.MatchActivities", "The proposal failed.", Failure());
        Assert.Contains(
            "warn: Ilnp.Matching.MatchActivities[7] The proposal failed. System.AggregateException", line, StringComparison.Ordinal);
        Assert.Contains(nameof(Failure), line, StringComparison.Ordinal);
    }

    static AggregateException Failure()
    {
        try
        {
            throw new AggregateException("Tried twice.", new IOException("Reset by peer."));
        }
        catch (AggregateException thrown)
        {
            return thrown;
        }
    }

    /// <summary>By the host's own registration, without the time of day.</summary>
    static string Written(string category, string message, Exception? exception)
    {
        using var services = new ServiceCollection().AddLogging(logging =>
        {
            HostLogging.Add(logging);
            logging.AddSimpleConsole(console => (console.TimestampFormat, console.ColorBehavior) = (null, LoggerColorBehavior.Disabled));
        }).BuildServiceProvider();
        var formatter = services.GetServices<ConsoleFormatter>().OfType<HostLines>().Single();
        using var text = new StringWriter();
        formatter.Write(new LogEntry<string>(LogLevel.Warning, category, new(7), message, exception, (state, _) => state), null, text);
        return text.ToString().Trim();
    }
}
