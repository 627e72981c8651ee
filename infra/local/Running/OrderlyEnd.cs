namespace Ilnp.Local.Running;

/// <summary>An app's end takes as long as what runs, unless its storage is gone: then nothing that runs would come to an end.</summary>
static class OrderlyEnd
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    const int SilentAfter = 2;

    /// <summary>Gives up when storage stays silent: what was under way goes on at the next start, as after a kill.</summary>
    public static async Task WaitAsync(Task ending, string storage)
    {
        using var probe = LocalStorage.Probe(storage);
        for (var unanswered = 0; unanswered < SilentAfter;)
        {
            if (await IsOverAsync(ending, Interval)) return;
            unanswered = await probe.AnswersAsync(CancellationToken.None) ? 0 : unanswered + 1;
        }

        if (!await IsOverAsync(ending, Grace))
            await Console.Error.WriteLineAsync("Storage does not answer, so the app ends without it; what was under way goes on at the next start.");
    }

    /// <summary>On real time: storage is another process.</summary>
    static async Task<bool> IsOverAsync(Task ending, TimeSpan wait)
    {
        if (await Task.WhenAny(ending, Task.Delay(wait)) != ending) return false;
        await ending;
        return true;
    }
}
