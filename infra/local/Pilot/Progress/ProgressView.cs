using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Simulation.Time;
using Spectre.Console;

namespace Ilnp.Local.Pilot.Progress;

/// <summary>
/// Shows how the cohort goes on: one table that changes in a terminal; otherwise a line whenever a phase begins and for
/// each simulated fortnight.
/// </summary>
sealed class ProgressView : IAsyncDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    readonly CancellationTokenSource ended = new();
    readonly Func<Task<Moment>> take;
    readonly Task showing;
    Moment? written;

    ProgressView(Func<Task<Moment>> take)
    {
        this.take = take;
        showing = Console.IsOutputRedirected ? LinesAsync() : TableAsync();
    }

    public static ProgressView Open(LocalApp app, SimulatedClock clock, PilotInput input, CrowdCounts counts) =>
        new(() => Moment.TakeAsync(app, clock, input, counts));

    async Task LinesAsync() => await EveryAsync(moment =>
    {
        if (written is not null && written.Phase == moment.Phase && moment.At < written.At.AddDays(14)) return;
        ProgressLine.Write(moment);
        written = moment;
    });

    Task TableAsync() => AnsiConsole.Live(Table(null)).StartAsync(live => EveryAsync(moment => live.UpdateTarget(Table(moment))));

    async Task EveryAsync(Action<Moment> show)
    {
        using var timer = new PeriodicTimer(Interval); // real time: for the eye
        while (!ended.IsCancellationRequested)
        {
            show(await take());
            try
            {
                await timer.WaitForNextTickAsync(ended.Token);
            }
            catch (OperationCanceledException)
            {
                show(await take());
            }
        }
    }

    static Table Table(Moment? moment)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Phase", "Date", "Applications", "Mails read", "Answers");
        if (moment is null) return table.AddRow("Starting", "", "", "", "");
        return table.AddRow(
            Markup.Escape(moment.Phase), moment.Date, $"{moment.Applications:n0}", $"{moment.Mails:n0}", $"{moment.Answers:n0}");
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await showing;
        ended.Dispose();
    }
}
