namespace FunctionsHost.Tests.Model;

/// <summary>What a <see cref="Script"/> means, with nothing durable about it. Hours are counted as they would pass.</summary>
static class PlainInterpreter
{
    /// <summary>Null when it fails.</summary>
    public static (long Total, double Hours)? Run(Script script)
    {
        var (total, hours) = (script.Total, 0.0);
        try
        {
            for (var i = 0; i < script.Times; i++) total = Run(script.Body, total, ref hours);
            return (total, hours);
        }
        catch (ScriptFailure)
        {
            return null;
        }
    }

    public static long Mix(long total, long value) => unchecked(total * 31 + value);

    static long Run(Step[] body, long total, ref double hours)
    {
        foreach (var step in body) total = Run(step, total, ref hours);
        return total;
    }

    static long Run(Step step, long total, ref double hours)
    {
        switch (step)
        {
            case Call call:
                return call.Number % 7 == 0 ? throw new ScriptFailure() : Mix(total, 2 * call.Number);
            case Flaky flaky:
                hours += Math.Min(flaky.Failures, 2);
                return flaky.Failures >= 3 ? throw new ScriptFailure() : Mix(total, flaky.Failures + 1);
            case Sleep sleep:
                hours += sleep.Hours;
                return Mix(total, 3);
            case Race race:
                hours += Math.Min(race.Hours, race.OtherHours);
                return Mix(total, race.Hours <= race.OtherHours ? 1 : 2);
            case Listen listen:
                hours += listen.Hours;
                return Mix(total, 19);
            case Hear hear:
                return Mix(total, hear.Number);
            case Child child:
                return Mix(total, RunChild(child, ref hours));
            case All all:
                return RunAll(all, total, ref hours);
            default:
                return RunAttempt((Attempt)step, total, ref hours);
        }
    }

    static long RunAll(All all, long total, ref double hours)
    {
        var (longest, failed) = (hours, false);
        foreach (var branch in all.Branches)
        {
            var own = hours;
            try
            {
                total = Mix(total, Run(branch, 11, ref own));
            }
            catch (ScriptFailure)
            {
                failed = true; // the others go on to their ends
            }

            longest = Math.Max(longest, own);
        }

        hours = longest;
        return failed ? throw new ScriptFailure() : total;
    }

    static long RunChild(Child child, ref double hours)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Run(child.Body, 5, ref hours);
            }
            catch (ScriptFailure) when (attempt < child.Attempts)
            {
                hours += 1;
            }
        }
    }

    static long RunAttempt(Attempt attempt, long total, ref double hours)
    {
        try
        {
            return Run(attempt.Body, total, ref hours);
        }
        catch (ScriptFailure)
        {
            return Mix(total, 13);
        }
    }

    sealed class ScriptFailure : Exception;
}
