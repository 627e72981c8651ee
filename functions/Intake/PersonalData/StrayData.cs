using System.Text;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Stray;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake.PersonalData;

/// <summary>
/// Messages for rounds that are not here: container <c>intake-stray</c>. They belong to no round: they are somebody's where the address
/// stands in them. After erasure nothing stays, nor after their days, whatever rounds there are.
/// </summary>
sealed class StrayData(StrayStore strays, CohortStore cohorts, Identities identities) : IPersonalData
{
    public static readonly HeldData Held = new("stray", ErasureTurn.Records, "container intake-stray");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        return
        [
            .. (await OfAsync(who, cancellation)).OrderBy(found => found.Raw.ReceivedAt)
                .Select(found => MessagesData.Of(found.Raw, cohort, words)),
        ];
    }

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        foreach (var (message, _) in await OfAsync(who, cancellation)) await strays.DeleteAsync(message, cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) => Task.FromResult(0);

    async Task<IReadOnlyList<(StrayMessage Message, RawMessage Raw)>> OfAsync(DataSubject who, CancellationToken cancellation)
    {
        var (cohort, addresses) = (await cohorts.GetAsync(who.CohortId, cancellation), new Redaction(who.Addresses));
        var found = new List<(StrayMessage, RawMessage)>();
        foreach (var message in await strays.ListAsync(cancellation))
            if (await strays.FindAsync(message, cancellation) is { } raw && Names(raw)) found.Add((message, raw));
        return found;

        bool Names(RawMessage raw) => addresses.Mentions(Encoding.UTF8.GetString(raw.Body.Bytes)) || AnswersOf(raw).Any(IsTheirs);

        bool IsTheirs(string answer) =>
            addresses.Mentions(answer)
                || (EmailAddress.Read(answer).Value is { } address && identities.PersonId(cohort, address) == who.PersonId);
    }

    /// <summary>As they are read: senders may write an address in other signs than it is read in.</summary>
    static IEnumerable<string> AnswersOf(RawMessage raw) =>
        FormProvider.Find(raw.Provider)!.Read(raw.Body).Submission is { } said ? said.Answers.SelectMany(answer => answer.Values) : [];
}
