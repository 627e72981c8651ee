using System.Diagnostics;
using FunctionsHost.Settings;

namespace Ilnp.Local.Running;

/// <summary>Tells when a storage that is not ours, and so not ours to start again, stops answering, and when it answers again.</summary>
sealed class AccountWatch : IAsyncDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>One question may get lost on its way.</summary>
    const int SilentAfter = 2;

    const string Silent =
        $"The storage that {HostSettings.Storage} names does not answer: until it does, pages say so and nothing goes on. "
            + "Look whether it runs, and whether the network does.";

    readonly string account;
    readonly Action<string> tell;
    readonly CancellationTokenSource stopping = new();
    readonly Task watching;

    /// <param name="account">Its connection string.</param>
    /// <param name="tell">Gets the sentences.</param>
    public AccountWatch(string account, Action<string> tell)
    {
        (this.account, this.tell) = (account, tell);
        watching = WatchAsync();
    }

    async Task WatchAsync()
    {
        using var look = new PeriodicTimer(Interval); // real time: a service elsewhere
        await look.WaitForNextTickAsync(stopping.Token); // a connection string that is none has stopped the start by then
        using var probe = LocalStorage.Probe(account);
        var (unanswered, since) = (0, Stopwatch.GetTimestamp());
        while (await look.WaitForNextTickAsync(stopping.Token))
        {
            var answers = await probe.AnswersAsync(stopping.Token);
            if (answers && unanswered >= SilentAfter)
                tell($"Storage answers again, after {Stopwatch.GetElapsedTime(since).TotalSeconds:0} seconds.");
            if (answers) since = Stopwatch.GetTimestamp();
            unanswered = answers ? 0 : unanswered + 1;
            if (unanswered == SilentAfter) tell(Silent);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAny(watching);
        stopping.Dispose();
    }
}
