using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Surveys;
using Ilnp.Texts;

namespace Ilnp.Certificates;

/// <summary>What certificates say, as those who asked for one wished.</summary>
public sealed class CertificateContents(
    CohortStore cohorts, PeopleStore people, DecisionStore decisions, CertificateLinks links, TextFiles<CertificateTexts> texts)
{
    /// <summary>
    /// What somebody's certificate says, with the programme's name in a reader's language; null when cohort, person or wish are not there.
    /// </summary>
    public async Task<CertificateModel?> ModelAsync(
        string cohortId, string personId, string language, CancellationToken cancellation = default) =>
        await cohorts.FindAsync(cohortId, cancellation) is { } settings
        && await people.FindAsync(cohortId, personId, cancellation) is { } person
        && await WishAsync(cohortId, personId, cancellation) is { } wish
            ? Model(settings, person, wish) with { Programme = settings.NameIn(language) }
            : null;

    /// <summary>The survey's wish, or the one that was made later; null when none was.</summary>
    internal async Task<CertificateWish?> WishAsync(string cohortId, string personId, CancellationToken cancellation)
    {
        foreach (var form in new[] { FinalSurveyForm.Form, WishForm.Form })
            if (await decisions.FindAsync(cohortId, form.DecisionId(personId), cancellation) is { } decision
                && CertificateWish.Of(decision) is { } wish)
                return wish;
        return null;
    }

    internal CertificateModel Model(CohortSettings settings, Person person, CertificateWish wish) => new()
    {
        Name = wish.Name,
        Programme = settings.NameIn(person.MailLanguage),
        From = settings.Dates.Introduce,
        To = settings.Dates.End.AddDays(-1),
        IssuedOn = DateOnly.FromDateTime(new ProgrammeCalendar(settings).End),
        Language = person.MailLanguage,
        NameLanguage = person.Languages is [var own, ..] ? own : null,
        CheckUrl = links.For(settings, person.PersonId),
        Organiser = settings.TextsIn(person.MailLanguage).GetValueOrDefault("organiser"),
        Signatories = [.. settings.Leads.Select(lead =>
            new Signatory(lead.Name, settings.Wording("lead_title", person.MailLanguage) ?? texts.In(person.MailLanguage).Lead))],
    };
}
