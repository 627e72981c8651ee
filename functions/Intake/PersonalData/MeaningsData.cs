using Ilnp.Intake.Understanding;
using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Intake.PersonalData;

/// <summary>
/// What the committee said of words that somebody wrote: table <c>Meanings</c>. A word that others wrote too tells nothing of one of them
/// and stays; one that only this person wrote goes.
/// </summary>
sealed class MeaningsData(MeaningStore meanings, ApplicationStore applications) : IPersonalData
{
    /// <summary>Before the applications, which tell who wrote what.</summary>
    public static readonly HeldData Held = new("meanings", ErasureTurn.Records, "table Meanings");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var theirs = Words(await applications.OfPersonAsync(who.CohortId, who.PersonId, cancellation));
        return
        [
            .. (await meanings.ListAsync(who.CohortId, cancellation))
                .Where(meaning => theirs.Contains(meaning.WordId)).OrderBy(meaning => meaning.At)
                .Select(meaning =>
                    new Holding(
                        meaning with { MemberId = "" },
                        null,
                        new HoldingLine(words["privacy.meanings.word"], meaning.Spelling),
                        new HoldingLine(words["privacy.meanings.code"], Said(meaning, words)))),
        ];
    }

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        var all = (await applications.ListAsync(who.CohortId, cancellation)).ToLookup(application => application.PersonId == who.PersonId);
        await meanings.DeleteAsync(who.CohortId, Words(all[true]).Except(Words(all[false])), cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        meanings.ForgetAsync(cohortId, most, cancellation);

    static HashSet<string> Words(IEnumerable<Application> applications) =>
        [.. applications.SelectMany(application => application.Unclear?.Words ?? []).Select(word => word.WordId)];

    static string Said(Meaning meaning, PageTexts words) =>
        meaning.IsTakenBack || meaning.IsLeftOut ? words["privacy.meanings.none"] : meaning.Kind switch
        {
            Answers.WordKind.Country => Programme.Words.Country(meaning.Code, words.Language),
            Answers.WordKind.Language => Programme.Words.Language(meaning.Code, words.Language),
            _ => Programme.Words.Topic(meaning.Code, words.Language),
        };
}
