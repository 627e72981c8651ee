using System.Collections.Concurrent;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;

namespace Ilnp.Mail.OwnWords;

/// <summary>
/// The committees' own words, of a moment ago: held in memory and read again every minute, so that a mail costs no request more. What does
/// not pass the checks any more, as after a release that changed a mail's placeholders, is not used.
/// </summary>
public sealed class OwnWordings(OwnWordingStore store, WordingCheck check, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim reading = new(1, 1);
    readonly ConcurrentDictionary<string, (CohortWording Words, DateTimeOffset ReadAt)> known = new();
    readonly ConcurrentDictionary<(string Cohort, string Row, string Words), bool> passed = new();

    public async Task<CohortWording> OfAsync(CohortSettings cohort, CancellationToken cancellation = default)
    {
        if (Known(cohort.Id) is { } before) return before;
        await reading.WaitAsync(cancellation);
        try
        {
            if (Known(cohort.Id) is { } meanwhile) return meanwhile;
            var words = Read(cohort, await store.ListAsync(cohort.Id, cancellation));
            known[cohort.Id] = (words, time.GetUtcNow());
            return words;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>What was changed here counts with the next mail; in other processes within a minute.</summary>
    public void Forget(string cohortId) => known.TryRemove(cohortId, out _);

    public void Dispose() => reading.Dispose();

    CohortWording? Known(string cohortId) =>
        known.TryGetValue(cohortId, out var one) && (time.GetUtcNow() - one.ReadAt).Duration() < Fresh ? one.Words : null;

    CohortWording Read(CohortSettings cohort, IReadOnlyList<OwnWording> all)
    {
        var own = all.Where(one => one.Words is not null).ToLookup(one => Passes(cohort, one));
        return new(all, [.. own[false]])
        {
            Phrases = own[true].Where(one => PhraseCheck.IsPhrase(one.Template))
                .ToDictionary(one => (one.Template, one.Language), one => one.Words!),
            Usable = own[true].Where(one => !PhraseCheck.IsPhrase(one.Template)).ToDictionary(
                one => (one.Template, one.Language),
                one => one.Words!.Template($"{one.Template}.{one.Language} of {cohort.Id}", one.Language)),
        };
    }

    /// <summary>Settings that mails name do not change in a cohort that runs.</summary>
    bool Passes(CohortSettings cohort, OwnWording one) => passed.GetOrAdd(
        (cohort.Id, one.Row, one.Words!.Fingerprint), _ => Mistakes(cohort, one).Count == 0);

    IReadOnlyList<WordingMistake> Mistakes(CohortSettings cohort, OwnWording one) => PhraseCheck.IsPhrase(one.Template)
        ? PhraseCheck.Of(one.Words!)
        : check.Of(cohort, one.Template, one.Language, one.Words!);
}

/// <summary>The words of a cohort's committee.</summary>
/// <param name="All">With those that were taken back.</param>
/// <param name="Broken">Those that are not used, since they do not pass.</param>
public sealed record CohortWording(IReadOnlyList<OwnWording> All, IReadOnlyList<OwnWording> Broken)
{
    /// <summary>Words that stand inside a mail as they are, by what they are kept under and language.</summary>
    public IReadOnlyDictionary<(string Template, string Language), MailWords> Phrases { get; init; } =
        new Dictionary<(string, string), MailWords>();

    internal IReadOnlyDictionary<(string Template, string Language), MailTemplate> Usable { get; init; } =
        new Dictionary<(string, string), MailTemplate>();

    internal MailTemplate? Find(string template, string language) => Usable.GetValueOrDefault((template, language));
}
