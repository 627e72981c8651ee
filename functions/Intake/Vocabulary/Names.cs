using Ilnp.Texts;

namespace Ilnp.Intake.Vocabulary;

/// <summary>
/// Names and all the codes that each may stand for: a name of two countries is known, and known to decide nothing. The app's own
/// list goes before names from other sources.
/// </summary>
sealed class Names
{
    static readonly string[] None = [];

    readonly Dictionary<string, string[]> codes = new(StringComparer.Ordinal);
    readonly Dictionary<string, string[]> accented = new(StringComparer.Ordinal);

    /// <summary>Names from several sources, the surest first.</summary>
    public Names(params IEnumerable<(string Code, string Word)>[] sources)
    {
        foreach (var source in sources)
        {
            var all = source.ToList();
            Add(codes, all, Fold.Text);
            Add(accented, all.Where(entry => !entry.Word.All(char.IsAscii)), Accented);
        }
    }

    /// <summary>Every code of a folded name; none when it is not known.</summary>
    public IReadOnlyList<string> All(string folded) => codes.GetValueOrDefault(folded) ?? None;

    /// <summary>Every code of a name with its accents, which tell some apart: <c>Áo</c> is Austria, <c>AO</c> a code.</summary>
    public IReadOnlyList<string> Exact(string text) => accented.GetValueOrDefault(Accented(text)) ?? None;

    /// <summary>The one code of a name; null when it is not known, or has several.</summary>
    public string? One(string text) => All(Fold.Text(text)) is [var only] ? only : null;

    /// <summary>Whether a folded name is known, even of several.</summary>
    public bool Has(string folded) => codes.ContainsKey(folded);

    static void Add(Dictionary<string, string[]> known, IEnumerable<(string Code, string Word)> source, Func<string, string> form)
    {
        var further = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (code, word) in source)
            if (form(word) is { Length: > 0 } name && !known.ContainsKey(name))
                further[name] = further.TryGetValue(name, out var others) ? others.Contains(code) ? others : [.. others, code] : [code];
        foreach (var (name, found) in further) known[name] = found;
    }

    static string Accented(string text) => Fold.Composed(text.Trim(), System.Text.NormalizationForm.FormC).ToLowerInvariant();
}
