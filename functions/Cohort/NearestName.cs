namespace Ilnp.Cohort;

/// <summary>The name that somebody meant who mistyped it.</summary>
static class NearestName
{
    /// <summary>The known name that most letters agree with; null when none is near: a third of the letters may differ.</summary>
    public static string? Of(string written, IEnumerable<string> known) => known
        .Select(name => (Name: name, Letters: Distance(written.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(near => near.Letters <= Math.Max(1, Math.Max(written.Length, near.Name.Length) / 3))
        .OrderBy(near => near.Letters).ThenBy(near => near.Name, StringComparer.Ordinal)
        .Select(near => near.Name).FirstOrDefault();

    /// <summary>Letters to change, add, leave out, or exchange with the next one.</summary>
    static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[a.Length, b.Length];
    }
}
