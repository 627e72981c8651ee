namespace Ilnp.Local.Running;

/// <summary>An app's end takes as long as what runs, unless its storage is gone: then nothing that runs would come to an end.</summary>
static class OrderlyEnd
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    const int SilentAfter = 2;
    const string GivenUp = "Storage does not answer, so the app ends without it; what was under way goes on at the next start.";

    /// <summary>Gives up when storage stays silent: what was under way goes on at the next start, as after a kill.</summary>
    public static async Task WaitAsync(Task ending, LocalStorage storage)
    {
        using var probe = LocalStorage.Probe(storage.ConnectionString);
        for (var unanswered = 0; unanswered < SilentAfter;)
        {
            if (await IsOverAsync(ending, Interval)) return;
            unanswered = await probe.AnswersAsync(CancellationToken.None) ? 0 : unanswered + 1;
        }

        if (!await IsOverAsync(ending, Grace) && !storage.Lost.IsCompleted) // of what is lost another sentence tells
            await Console.Error.WriteLineAsync(GivenUp);
    }

    /// <summary>On real time: storage is another process.</summary>
    static async Task<bool> IsOverAsync(Task ending, TimeSpan wait)
    {
        if (await Task.WhenAny(ending, Task.Delay(wait)) != ending) return false;
        await ending;
        return true;
    }
}
