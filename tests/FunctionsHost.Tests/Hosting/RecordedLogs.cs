namespace FunctionsHost.Tests.Hosting;

public sealed record LogLine(string Category, LogLevel Level, string Text);

/// <summary>Keeps every line that is logged.</summary>
sealed class RecordedLogs : ILoggerProvider
{
    public ConcurrentQueue<LogLine> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Recorder(Lines, categoryName);

    public void Dispose()
    {
    }

    sealed class Recorder(ConcurrentQueue<LogLine> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new(category, logLevel, formatter(state, exception) + exception));
    }
}
