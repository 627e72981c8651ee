using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FunctionsHost;

/// <summary>
/// The console's lines, in which the durable engine says what happened to it and not where in its code: when storage is away it would
/// fill pages with what nobody who runs the app can do anything about. What the app itself fails with keeps its trace.
/// </summary>
sealed class HostLines(IServiceProvider services) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "host";

    const string Engine = "DurableTask.";

    /// <summary>How the text of an exception goes on after what it says.</summary>
    static readonly string[] Traces = [" ---> ", "   at "];

    /// <summary>Found at the first line: it is one of the formatters that are made together with this one.</summary>
    readonly Lazy<ConsoleFormatter> lines = new(() =>
        services.GetServices<ConsoleFormatter>().First(formatter => formatter.Name == ConsoleFormatterNames.Simple));

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter text)
    {
        if (!entry.Category.StartsWith(Engine, StringComparison.Ordinal))
        {
            lines.Value.Write(entry, scopes, text);
            return;
        }

        var said = WithoutTraces(entry.Formatter(entry.State, entry.Exception));
        if (entry.Exception is { } failure) said += $" {WithoutTraces(Told(failure))}";
        lines.Value.Write(
            new LogEntry<string>(entry.LogLevel, entry.Category, entry.EventId, said, null, (state, _) => state), scopes, text);
    }

    /// <summary>A message without what it holds of the text of an exception, but for its first line. Pure.</summary>
    static string WithoutTraces(string message)
    {
        var end = Traces.Select(mark => message.IndexOf(mark, StringComparison.Ordinal))
            .Where(at => at >= 0).DefaultIfEmpty(message.Length).Min();
        return message[..end].TrimEnd();
    }

    /// <summary>What happened, and what that came from.</summary>
    static string Told(Exception failure) =>
        failure.InnerException is { } cause
            ? $"{failure.GetType().Name}: {failure.Message} ({cause.GetType().Name})"
            : $"{failure.GetType().Name}: {failure.Message}";
}
