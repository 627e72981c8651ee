using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Reports;

/// <summary>Builds the report and tells its readers where it is.</summary>
public sealed class ReportActivities(
    CohortStore cohorts, PeopleStore people, ReportBuilder builder, ReportStore reports,
    SignedFiles files, TextShelf texts, Correspondence correspondence)
{
    /// <summary>How long the links in the mails work.</summary>
    const int ReadableDays = 2 * 365;

    /// <summary>Page and workbook from what is stored now.</summary>
    [Function(nameof(BuildReport))]
    public async Task<ReportHeadline> BuildReport([ActivityTrigger] string cohortId)
    {
        var report = await builder.BuildAsync(cohortId);
        return new(report.Participants, report.CountriesRepresented, report.Satisfied.Count, report.Satisfied.Of);
    }

    /// <summary>To the leads, with the workbook.</summary>
    [Function(nameof(SendReportToCommittee))]
    public async Task SendReportToCommittee([ActivityTrigger] ReportMail mail)
    {
        var settings = await cohorts.GetAsync(mail.CohortId);
        var workbook = await reports.FindWorkbookAsync(mail.CohortId);
        foreach (var lead in settings.Leads)
            await correspondence.WriteAsync(mail.CohortId, lead, Letter(settings, mail, lead.Language) with
            {
                Attachments = workbook is null ? [] : [new($"{settings.Id}-report.xlsx", Spreadsheet.ContentType, workbook)],
            });
    }

    /// <summary>Everybody who took part until the end.</summary>
    [Function(nameof(ListReportReaders))]
    public async Task<IReadOnlyList<string>> ListReportReaders([ActivityTrigger] string cohortId) =>
        [.. (await people.ListAsync(cohortId, [Standing.Active])).Select(person => person.PersonId)];

    [Function(nameof(SendReport))]
    public async Task SendReport([ActivityTrigger] ReportMail mail)
    {
        var reader = await people.GetAsync(mail.CohortId, mail.PersonId!);
        await correspondence.WriteAsync(
            reader, Letter(await cohorts.GetAsync(mail.CohortId), mail, reader.MailLanguage) with { Stream = MailStream.Optional });
    }

    Letter Letter(CohortSettings settings, ReportMail mail, string language) => new("report", "report", "report")
    {
        Model = new Dictionary<string, object?>
        {
            ["report_url"] = files.AddressOf(
                ReportStore.Container, ReportStore.PageName(settings.Id), new ProgrammeCalendar(settings).End.AddDays(ReadableDays)),
            ["participants"] = mail.Headline.Participants,
            ["countries"] = mail.Headline.Countries,
            ["satisfaction"] = Satisfaction(mail.Headline, texts.In(language)),
        },
    };

    /// <summary>Empty when nobody rated.</summary>
    static string Satisfaction(ReportHeadline headline, PageTexts texts) => headline.Rated == 0 ? "" : texts.Plain(
        "report.satisfied",
        new Dictionary<string, string>
        {
            ["satisfied"] = texts.Locale.Number(headline.Satisfied),
            ["rated"] = texts.Locale.Number(headline.Rated),
        });
}
