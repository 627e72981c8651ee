using FunctionsHost.Azurite;

namespace Ilnp.Local.Running;

/// <summary>What ends a run that nobody ends.</summary>
static class EndOfTheRun
{
    /// <summary>
    /// Completes when the app cannot go on: its worker or storage was lost, or the disk is nearly full. Never after a cancellation.
    /// </summary>
    /// <param name="app">Runs.</param>
    /// <param name="room">On its disk.</param>
    /// <param name="advice">What helps, as a sentence.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<LocalProblem> Async(LocalApp app, Room room, string advice, CancellationToken cancellation)
    {
        var gone = room.GoneAsync(cancellation);
        if (await Task.WhenAny(app.Lost, gone) == gone) return await gone;
        var lost = await app.Lost;
        return FullDisk.IsToldIn(lost) ? room.Problem("Something could not be written, so everything was ended") : new($"{lost} {advice}");
    }
}
