using Ilnp.Approvals;
using Ilnp.Committee.Groups;
using Ilnp.Committee.People;
using Ilnp.Programme;
using Ilnp.Reports;
using Ilnp.Storage;
using Ilnp.Texts;

namespace Ilnp.Committee.Sharing;

/// <summary>What stands in a cohort's files of the shared drive. The same state gives the same bytes.</summary>
public sealed class SharedContents(PeopleStore people, GroupStore groups, DecisionStore decisions, ReportStore reports, TextShelf texts)
{
    public const string Roster = "roster.xlsx", Pairs = "pairs.xlsx", Answers = "answers.xlsx", Report = "report.xlsx";

    /// <summary>By their names. The report comes when there is one.</summary>
    public async Task<IReadOnlyList<(string Name, byte[] Content)>> OfAsync(CohortSettings cohort, CancellationToken cancellation)
    {
        var reader = new CommitteeReader(cohort, cohort.Leads.First(), texts.In("en"));
        var (everybody, formed, asked) = (
            people.ListAsync(cohort.Id, cancellation), groups.ListAsync(cohort.Id, cancellation),
            decisions.ListAsync(cohort.Id, cancellation: cancellation));
        var known = (await everybody).Where(person => !person.IsErased)
            .OrderBy(person => person.FirstAppliedAt).ThenBy(person => person.PersonId, StringComparer.Ordinal).ToList();
        var rows = GroupRow.Of(reader, (await formed).Where(group => group.Status != GroupStatus.Proposed), known);
        var report = await reports.FindWorkbookAsync(cohort.Id, cancellation);
        return
        [
            (Roster, Spreadsheet.Of(PeopleSheet.Of(known, await formed, cohort, reader.Texts))),
            (Pairs, Spreadsheet.Of(GroupsSheet.Of(rows, known, cohort, reader.Texts))),
            (Answers, Spreadsheet.Of(AnswersSheet.Of(known, await asked, cohort, reader.Texts))),
            .. report is null ? [] : new[] { (Report, report) },
        ];
    }
}
