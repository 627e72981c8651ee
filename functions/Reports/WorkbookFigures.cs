using System.Data;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Reports;

/// <summary>The workbook's sheets of figures.</summary>
static class WorkbookFigures
{
    public static DataTable Summary(CohortReport report)
    {
        var sheet = Spreadsheet.Sheet("Summary", "Figure", "Value", "Of");
        sheet.AddRow("Cohort", report.Name, null);
        sheet.AddRow("First day", report.From.ToString("O"), null);
        sheet.AddRow("Last day", report.To.ToString("O"), null);
        sheet.AddRow("Figures as of", report.AsOf.ToString("O"), null);
        sheet.AddRow("Submissions", report.Submissions, null);
        foreach (var step in report.Funnel) sheet.AddRow(step.Label, step.Count, step.Of);
        sheet.AddRow("Countries applied from", report.CountriesApplied, null);
        sheet.AddRow("Countries that took part", report.CountriesRepresented, report.CountriesApplied);
        sheet.AddRow("Pairs", report.Groups.Pairs, null);
        sheet.AddRow("Trios", report.Groups.Trios, null);
        sheet.AddRow("Groups formed by a later match", report.Groups.Rematched, null);
        sheet.AddRow("Groups ended early", report.Groups.Ended, null);
        sheet.AddRow("Groups that go on after the end", report.Groups.GoOn, null);
        sheet.AddRow("Groups that handed in a joint task", report.JointTasks.Count, report.JointTasks.Of);
        sheet.AddRow("Second pairs", report.Groups.SecondPairs, null);
        sheet.AddRow("Wished a second partner", report.Groups.SecondWishes, null);
        sheet.AddRow("Had a new partner after silence", report.AfterSilence.Days.Count, report.AfterSilence.Waited);
        sheet.AddRow("Within 10 days", report.AfterSilence.InTime, report.AfterSilence.Waited);
        sheet.AddRow("Days to the new partner, median", Tenths(report.AfterSilence.Median), null);
        sheet.AddRow("Days to the new partner, longest", Tenths(report.AfterSilence.Most), null);
        sheet.AddRow("Mid-program survey: answers", report.MidSurvey.Answered, report.MidSurvey.Asked);
        sheet.AddRow("Final survey: answers", report.FinalSurvey.Answered, report.FinalSurvey.Asked);
        foreach (var share in new[] { report.Satisfied, report.WouldRecommend }) sheet.AddRow(share.Label, share.Count, share.Of);
        sheet.AddRow("Certificates", report.Certificates, null);
        sheet.AddRow("First in line for the next cohort", report.Waiting, null);
        return sheet;
    }

    public static DataTable Countries(CohortReport report)
    {
        var sheet = Spreadsheet.Sheet("Countries", "Country", "Code", "Applied", "Took part");
        foreach (var country in report.Countries) sheet.AddRow(country.Name, country.Code, country.Applicants, country.Participants);
        return sheet;
    }

    public static DataTable Groups(ReportFacts facts)
    {
        var people = facts.People.ToDictionary(person => person.PersonId);
        var liaisons = facts.Cohort.Committee.ToDictionary(member => member.Id, member => member.Name);
        var sheet = Spreadsheet.Sheet(
            "Groups", "Group", "Members", "Countries", "Liaison", "Status", "Round", "Formed", "Ended", "Reasons");
        foreach (var group in facts.Groups)
            sheet.AddRow(
                group.GroupId,
                group.Members.Count,
                string.Join(", ", group.Members.Select(id => people.GetValueOrDefault(id)?.Country).OfType<string>()),
                group.LiaisonId is { } liaison ? liaisons.GetValueOrDefault(liaison) : null,
                Status(group.Status),
                group.Round,
                Day(group.FormedAt),
                group.EndedAt is { } ended ? Day(ended) : null,
                string.Join("; ", group.Reasons));
        return sheet;
    }

    public static DataTable Surveys(CohortReport report)
    {
        var sheet = Spreadsheet.Sheet("Surveys", "Survey", "Question", "Answer", "Count", "Of", "Percent");
        foreach (var (name, survey) in new[] { ("Mid-program", report.MidSurvey), ("Final", report.FinalSurvey) })
            foreach (var question in survey.Questions)
                foreach (var option in question.Options)
                    sheet.AddRow(
                        name, question.Title, option.Label, option.Count, option.Of, option.Of == 0 ? null : Math.Round(option.Percent, 1));
        return sheet;
    }

    public static DataTable JointTasks(CohortReport report)
    {
        var sheet = Spreadsheet.Sheet("Joint tasks", "Task", "Words", "By");
        foreach (var words in report.JointWords) sheet.AddRow(words.Topic, words.Text, words.By);
        return sheet;
    }

    public static DataTable Mails(CohortReport report)
    {
        var sheet = Spreadsheet.Sheet("Mails", "Template", "Sent");
        foreach (var mail in report.Mails) sheet.AddRow(mail.Label, mail.Count);
        return sheet;
    }

    static double? Tenths(double? days) => days is { } some ? Math.Round(some, 1) : null;

    static string Status(GroupStatus status) => status switch
    {
        GroupStatus.Proposed => "proposed",
        GroupStatus.Active => "running",
        GroupStatus.Completed => "completed",
        _ => "ended early",
    };

    static string Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime).ToString("O");
}
