namespace Ilnp.Operations.Retention;

/// <summary>A night's part of what is due.</summary>
static class Portion
{
    /// <summary>One cohort after the other, as long as something is left of the portion.</summary>
    /// <returns>How much was done.</returns>
    public static async Task<int> OfEachAsync(IEnumerable<string> cohortIds, int most, Func<string, int, Task<int>> act)
    {
        var done = 0;
        foreach (var cohort in cohortIds)
            if (done < most) done += await act(cohort, most - done);
        return done;
    }
}
