using Ilnp.Forms;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Approvals.PersonalData;

/// <summary>
/// Questions to somebody and all their answers, surveys too: table <c>Decisions</c>. Answers go; what was ticked in a form that is only
/// collected stays as somebody's, of whom nothing else is known. In questions to others the name is left out.
/// </summary>
sealed class DecisionsData(DecisionStore decisions, CohortStore cohorts, FormCatalogue forms) : IPersonalData
{
    public static readonly HeldData Held = new("decisions", ErasureTurn.Words, "table Decisions");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        var held = new List<Holding>();
        foreach (var decision in (await OfAsync(who, cancellation)).OrderBy(decision => decision.OpenedAt))
            held.Add(Of(decision, await decisions.AuditAsync(who.CohortId, decision.DecisionId, cancellation), cohort, words));
        return held;
    }

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        foreach (var decision in await OfAsync(who, cancellation))
            await decisions.EraseAsync(
                decision, CountedAnswer.Of(decision, forms.Get(decision.Request.Form), Guid.NewGuid().ToString("N")), cancellation);
        var redaction = who.Redaction;
        await decisions.UpdateAllAsync(
            who.CohortId,
            decision => DecisionRedaction.Of(decision, who.PersonId, redaction),
            audit => DecisionRedaction.Of(audit, redaction),
            listed => DecisionRedaction.Of(listed, who.PersonId, redaction), cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        decisions.ForgetAsync(cohortId, most, cancellation);

    async Task<IEnumerable<Decision>> OfAsync(DataSubject who, CancellationToken cancellation) =>
        (await decisions.ListAsync(who.CohortId, cancellation: cancellation)).Where(decision => decision.SubjectId == who.PersonId);

    /// <summary>The title names nobody here: what a question was about is in the file.</summary>
    Holding Of(Decision decision, IReadOnlyList<DecisionAudit> audits, CohortSettings cohort, PageTexts words)
    {
        var facts = decision.Facts("", cohort, words);
        var reading = decision.Answers is { } answers ? FormReading.Filled(answers) : FormReading.Empty;
        var form = new FormView(forms.Get(decision.Request.Form), reading, words, facts, "decision.submit");
        var answered = decision.AnsweredAt is { } at ? DateText.At(at, cohort, words.Language) : words["privacy.decisions.not"];
        HoldingLine[] lines =
        [
            new(words["privacy.decisions.asked"], DateText.At(decision.OpenedAt, cohort, words.Language)),
            new(words["privacy.decisions.answered"], answered),
            .. form.Answered.Select(question =>
                new HoldingLine(question.Label, words.Locale.List([.. question.Values.Select(question.Words)]))),
        ];
        return new(new { decision, earlier = audits }, words.Plain($"{decision.Request.Form}.title", facts), lines);
    }
}
