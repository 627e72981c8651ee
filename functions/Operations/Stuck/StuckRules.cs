using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Intake;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Stray;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Programme;

namespace Ilnp.Operations.Stuck;

/// <summary>What is stuck, what of it is the same, and who is told. Pure; all moments UTC.</summary>
public static class StuckRules
{
    /// <summary>A provider's late event has come by then.</summary>
    static readonly TimeSpan Resolves = TimeSpan.FromDays(1);

    /// <summary>
    /// Mails of which nobody knows whether they went out, those of one day together once the day is long over, and committee members whose
    /// latest mail did not arrive, each once for an address.
    /// </summary>
    /// <param name="cohort">Whose committee it is.</param>
    /// <param name="mails">All of the cohort.</param>
    /// <param name="addressKey">What stands for a member's address.</param>
    /// <param name="now">UTC.</param>
    public static IEnumerable<StuckThing> OfMails(
        CohortSettings cohort, IReadOnlyList<LedgerEntry> mails, Func<string, string> addressKey, DateTimeOffset now) =>
        Unknown(mails, now).Concat(Unreached(cohort, mails, addressKey));

    static IEnumerable<StuckThing> Unknown(IReadOnlyList<LedgerEntry> mails, DateTimeOffset now) => mails
        .Where(mail => mail.Status is MailStatus.Claimed or MailStatus.Unknown)
        .GroupBy(mail => mail.ClaimedAt.UtcDateTime.Date)
        .Where(day => now.UtcDateTime >= day.Key.AddDays(1) + Resolves).OrderBy(day => day.Key)
        .Select(day => Of(StuckKind.Mails, $"unknown-{Day(new(day.Key, TimeSpan.Zero))}", [.. day]));

    static IEnumerable<StuckThing> Unreached(CohortSettings cohort, IReadOnlyList<LedgerEntry> mails, Func<string, string> addressKey)
    {
        var members = cohort.Committee.ToDictionary(member => member.Id);
        return mails.Where(mail =>
            members.ContainsKey(mail.Key.PersonId) && mail.Status is not (MailStatus.Claimed or MailStatus.Released or MailStatus.Unknown))
            .GroupBy(mail => members[mail.Key.PersonId])
            .Where(written => DidNotArrive(written.MaxBy(mail => mail.ClaimedAt)!))
            .Select(written =>
                Of(StuckKind.Member, $"unreached-{addressKey(written.Key.Email)[..16]}", [.. written.Where(DidNotArrive)]) with
                {
                    MemberId = written.Key.Id,
                });
    }

    static bool DidNotArrive(LedgerEntry mail) =>
        mail.Status is MailStatus.Failed or MailStatus.Suppressed or MailStatus.Bounced or MailStatus.Complained;

    static StuckThing Of(StuckKind kind, string key, IReadOnlyList<LedgerEntry> mails) => new(
        kind, key, mails.Count, mails.Min(mail => mail.ClaimedAt),
        [.. mails.Select(mail => mail.Template).Distinct().Order(StringComparer.Ordinal)],
        [.. mails.Select(mail => mail.Key.PersonId).Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>
    /// Questions that a member of the committee was asked and reminded of, and leaves open when the reminder's days have passed once more.
    /// What they are about is not said: some is nobody else's business. Those of one day are one thing: whoever hears of it can ask once.
    /// </summary>
    /// <param name="cohort">Whose committee it is.</param>
    /// <param name="open">Decisions that still count.</param>
    /// <param name="now">UTC.</param>
    public static IEnumerable<StuckThing> OfAnswers(CohortSettings cohort, IEnumerable<Decision> open, DateTimeOffset now) => open
        .Where(decision => MayBeLate(cohort, decision, now)).OrderBy(decision => decision.OpenedAt)
        .GroupBy(decision => (decision.SubjectId, Day: Day(decision.OpenedAt)))
        .Select(asked => new StuckThing(
            StuckKind.Answer, $"unanswered-{asked.Key.SubjectId}-{asked.Key.Day}",
            asked.Count(), asked.First().OpenedAt, [], [], asked.Key.SubjectId));

    static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether a decision waits for somebody of the committee for longer than two rounds of reminders; what stopped is asked about
    /// anew by itself.
    /// </summary>
    public static bool MayBeLate(CohortSettings cohort, Decision decision, DateTimeOffset now) =>
        decision is { Version: 0, Handed: null } && now < decision.Request.ClosesAt && decision.Request.Form != StoppedForm.Form.Name
        && now - decision.OpenedAt >= TimeSpan.FromDays(2 * cohort.Care.RemindDays)
        && cohort.Committee.Any(member => member.Id == decision.SubjectId);

    /// <summary>Mails in the committee's own words that are not used, each version once.</summary>
    public static IEnumerable<StuckThing> OfWords(CohortWording words) => words.Broken
        .OrderBy(broken => broken.At)
        .Select(broken =>
            new StuckThing(
                StuckKind.Wording, $"wording-{broken.Template}-{broken.Language}-{broken.Version}", 1, broken.At, [broken.Template], []));

    /// <summary>
    /// Forms whose messages are not read as they should be: what is open of one form is one thing, another one once that is settled. Files
    /// are not among them, since whoever imports one is told at once.
    /// </summary>
    public static IEnumerable<StuckThing> OfForms(IEnumerable<IntakeProblem> problems) => problems
        .Where(problem => problem.IsOpen && problem.Provider != FormProvider.Export.Name && ProblemIds.IsOfForm(problem.ProblemId))
        .GroupBy(problem => problem.Provider, problem => problem.FoundAt)
        .Select(form => new StuckThing(
            StuckKind.Form, $"form-{form.Key}-{Day(form.Min())}", form.Count(), form.Min(), [], [])
        { Provider = form.Key });

    /// <summary>Messages for names that no round has, those of one form and one name together.</summary>
    public static IEnumerable<StuckThing> OfStrays(IEnumerable<StrayGroup> strays) => strays
        .Select(stray =>
            new StuckThing(StuckKind.Stray, $"stray-{stray.Provider}-{stray.NameId}", stray.Count, stray.First, [], [])
            {
                Provider = stray.Provider,
            });

    /// <summary>
    /// Leads and technical members; of what is about one of them, the others. Of a question left open, who <see cref="Silence"/> says.
    /// </summary>
    public static IReadOnlyList<CommitteeMember> Told(CohortSettings cohort, StuckThing stuck)
    {
        if (stuck.Kind == StuckKind.Answer) return Silence.HeardBy(cohort, stuck.MemberId);
        var others = cohort.Committee.Where(member => member.Id != stuck.MemberId).ToList();
        return
        [
            .. others.Where(member => member.Is(CommitteeRole.Lead)),
            .. others.Where(member => member.Is(CommitteeRole.Technical) && !member.Is(CommitteeRole.Lead)),
        ];
    }
}
