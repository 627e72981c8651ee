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
        foreach (var step in body) total = Mix(total, Run(step, total, ref hours));
        return total;
    }

    static long Run(Step step, long total, ref double hours)
    {
        switch (step.Kind)
        {
            case Kind.Call: return step.Number % 7 == 0 ? throw new ScriptFailure() : 2 * step.Number;
            case Kind.Sleep: hours += step.Number; return 3;
            case Kind.Hear: return step.Number;
            case Kind.All: return RunAll(step.Body, ref hours);
            case Kind.Child: return RunChild(step, ref hours);
        }

        try
        {
            return Run(step.Body, total, ref hours);
        }
        catch (ScriptFailure)
        {
            return 13;
        }
    }

    /// <summary>When one fails, the others go on to their ends.</summary>
    static long RunAll(Step[] branches, ref double hours)
    {
        var (total, longest, failed) = (0L, hours, false);
        foreach (var branch in branches)
        {
            var own = hours;
            try
            {
                total = Mix(total, Run([branch], 11, ref own));
            }
            catch (ScriptFailure)
            {
                failed = true;
            }

            longest = Math.Max(longest, own);
        }

        hours = longest;
        return failed ? throw new ScriptFailure() : total;
    }

    static long RunChild(Step child, ref double hours)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Run(child.Body, 5, ref hours);
            }
            catch (ScriptFailure) when (attempt < child.Number)
            {
                hours += 1;
            }
        }
    }

    sealed class ScriptFailure : Exception;
}
