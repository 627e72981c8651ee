using System.Diagnostics;

namespace Ilnp.Signals;

/// <summary>
/// Under which name the app traces and counts. Instruments are made by the room that knows what they count, with an
/// <see cref="System.Diagnostics.Metrics.IMeterFactory"/>; nothing costs anything while nobody listens.
/// </summary>
public static class Signal
{
    public const string Name = "Ilnp";

    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Ends a span of something that did not go well; in a code's words, never in an error's own, which may name people.</summary>
    public static void Failed(this Activity? span, string result) =>
        span?.SetTag(SignalTag.Result, result).SetStatus(ActivityStatusCode.Error);
}
