using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>
/// The matching begins without it, and a revision still takes it in; when people are asked to take part
/// it is too late, on whatever day that is.
/// </summary>
sealed class DuplicateCheck(CohortStore cohorts, PeopleStore people, TimeProvider time) : IDecisionCheck
{
    /// <summary>Nobody stands there before the inquiries go out.</summary>
    static readonly Standing[] Asked =
        [
            Standing.Asked, Standing.Available, Standing.Later, Standing.Declined,
            Standing.Silent, Standing.Active, Standing.Left, Standing.Resting,
        ];

    public string Form => DuplicateForm.Form.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation) =>
        await MayBeAskedAsync(decision.CohortId, cancellation) && AreAsked(await people.ListAsync(decision.CohortId, cancellation))
            ? new() { OverKey = decision.Version == 0 ? "duplicate.over" : "duplicate.over.changed" }
            : DecisionStand.Open;

    public async Task<IReadOnlyList<Decision>> OverAsync(
        IReadOnlyList<Decision> asked, CohortFacts facts, CancellationToken cancellation) =>
        await MayBeAskedAsync(asked[0].CohortId, cancellation) && AreAsked(facts.People) ? asked : [];

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(new Dictionary<string, FormError>());

    /// <summary>Never before their day, and later when the pairs were approved later.</summary>
    async Task<bool> MayBeAskedAsync(string cohortId, CancellationToken cancellation) =>
        time.GetUtcNow() >= new ProgrammeCalendar(await cohorts.GetAsync(cohortId, cancellation)).AskAvailability;

    static bool AreAsked(IEnumerable<Person> people) => people.Any(person => Asked.Contains(person.Standing));
}
