namespace Simulation.Time;

/// <summary>Gives work that is queued but has not begun its turn.</summary>
static class Settling
{
    /// <summary>In a row with nothing queued; work that one item queues comes after it, hence more than one.</summary>
    const int QuietTurns = 3;

    /// <summary>A busy process must not stop time for good.</summary>
    const int MostTurns = 1000;

    /// <summary>Completes when the thread pool had nothing queued for some turns.</summary>
    public static async Task ThreadPoolAsync()
    {
        for (int quiet = 0, turns = 0; quiet < QuietTurns && turns < MostTurns; turns++)
        {
            await TurnAsync();
            quiet = ThreadPool.PendingWorkItemCount == 0 ? quiet + 1 : 0;
        }
    }

    /// <summary>Goes to the end of the pool's common queue.</summary>
    static Task TurnAsync()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadPool.UnsafeQueueUserWorkItem(static turn => turn.SetResult(), turn, preferLocal: false);
        return turn.Task;
    }
}
