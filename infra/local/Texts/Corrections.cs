namespace Ilnp.Local.Texts;

/// <summary>A reviewer's sheet, compared with the texts as they are now. Pure.</summary>
/// <param name="Better">Texts with other words, and these.</param>
/// <param name="Good">Fingerprints of what was found good, or corrected.</param>
/// <param name="Meanwhile">Rows whose text has changed since the sheet was made: nothing is taken from them.</param>
/// <param name="Problems">What is wrong with corrections, for people; with any, none is taken.</param>
sealed record Corrections(
    IReadOnlyList<(Wording Wording, IReadOnlyDictionary<string, string> Parts)> Better, IReadOnlyList<string> Good,
    IReadOnlyList<string> Meanwhile, IReadOnlyList<string> Problems)
{
    public static Corrections Of(IReadOnlyList<Wording> wordings, IReadOnlyList<ReviewRow> rows, string language)
    {
        var now = wordings.SelectMany(wording => ReviewSheet.Parts(wording).Select(part => (wording, part)))
            .ToDictionary(one => (one.wording.File, one.part.Name));
        var read = rows.Where(row => row.IsGood || row.Better.Length > 0).ToList();
        var known = read.Where(row =>
            now.TryGetValue((row.File, row.Part), out var one) && (one.part.English, one.part.Text) == (row.English, row.Text)).ToList();
        var better = known.Where(row => row.Better.Length > 0 && row.Better != row.Text).ToList();
        var changed = better.GroupBy(row => now[(row.File, row.Part)].wording)
            .Select(rows =>
                (Wording: rows.Key, Parts: (IReadOnlyDictionary<string, string>)rows.ToDictionary(row => row.Part, row => row.Better)))
            .ToList();
        return new(
            changed,
            [.. known.Select(row => Wording.FingerprintOf(row.English, row.Better.Length > 0 ? row.Better : row.Text))],
            [.. read.Except(known).Select(row => $"{row.File}: {row.Part}")],
            [.. changed.SelectMany(change =>
                WordingChecks.Problems(change.Wording with { Text = TextOf(change.Wording, change.Parts) }, language))]);
    }

    /// <summary>A text with these words.</summary>
    public static string TextOf(Wording wording, IReadOnlyDictionary<string, string> parts) =>
        wording.IsMail ? MailParts.With(wording.Text, parts) : parts[wording.Key];
}
