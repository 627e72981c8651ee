namespace Ilnp.Intake.Vocabulary;

/// <summary>
/// Names and all the codes that each may stand for: a name of two countries is known, and known to decide nothing. The app's own
/// list goes before names from other sources.
/// </summary>
sealed class Names
{
    static readonly string[] None = [];

    readonly Dictionary<string, string[]> codes = new(StringComparer.Ordinal);

    /// <summary>Names from several sources, the surest first.</summary>
    public Names(params IEnumerable<(string Code, string Word)>[] sources)
    {
        foreach (var source in sources)
        {
            var further = new Dictionary<string, string[]>(StringComparer.Ordinal);
            foreach (var (code, word) in source)
                if (Fold.Text(word) is { Length: > 0 } folded && !codes.ContainsKey(folded))
                    further[folded] = further.TryGetValue(folded, out var others) ? others.Contains(code) ? others : [.. others, code] : [code];
            foreach (var (folded, found) in further) codes[folded] = found;
        }
    }

    /// <summary>Every code of a folded name; none when it is not known.</summary>
    public IReadOnlyList<string> All(string folded) => codes.GetValueOrDefault(folded) ?? None;

    /// <summary>The one code of a name; null when it is not known, or has several.</summary>
    public string? One(string text) => All(Fold.Text(text)) is [var only] ? only : null;

    /// <summary>Whether a folded name is known, even of several.</summary>
    public bool Has(string folded) => codes.ContainsKey(folded);
}
