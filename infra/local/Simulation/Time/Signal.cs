namespace Simulation.Time;

/// <summary>Lets one waiter through for any number of settings since the last time.</summary>
sealed class Signal
{
    readonly Lock gate = new();
    TaskCompletionSource set = Unset();

    public void Set()
    {
        lock (gate) set.TrySetResult();
    }

    public async Task WaitAsync()
    {
        await Current();
        Reset();
    }

    /// <summary>False when the signal was not set within that (real) time.</summary>
    public async Task<bool> WaitAsync(TimeSpan atMost)
    {
        try
        {
            await Current().WaitAsync(atMost);
        }
        catch (TimeoutException)
        {
            return false;
        }

        Reset();
        return true;
    }

    Task Current()
    {
        lock (gate) return set.Task;
    }

    void Reset()
    {
        lock (gate) set = Unset();
    }

    static TaskCompletionSource Unset() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
