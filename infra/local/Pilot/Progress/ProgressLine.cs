using Spectre.Console;

namespace Ilnp.Local.Pilot.Progress;

/// <summary>A line of its own, in colour where the terminal has it.</summary>
static class ProgressLine
{
    public static void Write(string text) => AnsiConsole.MarkupLineInterpolated($"[grey]{text}[/]");

    /// <summary>The line of a moment when output goes to a file or another program.</summary>
    public static void Write(Moment moment) => Console.WriteLine(
        $"{moment.At:yyyy-MM-dd}  {moment.Phase,-26} {moment.Applications,6} applications {moment.Mails,6} mails read "
            + $"{moment.Answers,6} answers");
}
