using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>
/// A person made of applications: the latest answers count, the first date gives priority. The result is the same in
/// whatever order they arrive, and the same again when one arrives twice.
/// </summary>
public static class ApplicantRule
{
    /// <summary>Codes of the committee's own finding, which a new application does not undo.</summary>
    static readonly string[] Decided = [ReasonCode.Duplicate, ReasonCode.PossibleDuplicate];

    /// <summary>The person of a first application that has an address.</summary>
    public static Person New(Application application, ApplicationAnswers answers, CohortSettings cohort) => Answered(
        new()
        {
            CohortId = application.CohortId,
            PersonId = application.PersonId!,
            FirstAppliedAt = application.AppliedAt,
            Name = "",
            Email = "",
            Country = answers.Country,
            MailLanguage = cohort.Languages[0],
            Standing = StandingRule.Of(application.Reasons),
            Reasons = application.Reasons,
        },
        application, answers, cohort);

    /// <summary>The person after one more application; the same object when it changes nothing.</summary>
    public static Person Merge(Person person, Application application, ApplicationAnswers answers, CohortSettings cohort)
    {
        // Whoever was erased and applies again is new; what was applied before is still not to come back.
        if (person.IsErased) return New(application, answers, cohort) with { ErasedAt = person.ErasedAt };
        var merged = IsNewer(application, person)
            ? Answered(person, application, answers, cohort)
            : Reread(person, application, answers, cohort);
        if (application.AppliedAt < merged.FirstAppliedAt) merged = merged with { FirstAppliedAt = application.AppliedAt };
        if (answers.Waited == true && !merged.CarriedPriority) merged = merged with { CarriedPriority = true };
        return merged;
    }

    /// <summary>
    /// The person after the committee has said what words of the application mean that their answers are from. What was set for this one
    /// person stays, and nothing is taken from whoever was chosen or asked already.
    /// </summary>
    public static Person Reread(Person person, Application application, ApplicationAnswers answers, CohortSettings cohort)
    {
        if (person.IsErased || application.Unclear is null || person.ApplicationId != application.ApplicationId) return person;
        var open = StandingRule.IsOpen(person.Standing);
        var keepsCountry = person.IsCountrySet || (!open && answers.Country == Countries.Unknown);
        var country = keepsCountry ? person.Country : answers.Country;
        IReadOnlyList<string> reasons =
        [
            .. person.Reasons.Except([ReasonCode.UnknownCountry]),
            .. country == Countries.Unknown ? [ReasonCode.UnknownCountry] : Array.Empty<string>(),
        ];
        return person with
        {
            Country = country,
            TimeZone = keepsCountry ? person.TimeZone : answers.TimeZone,
            Languages = LanguagesOf(person, answers),
            MailLanguage = MailLanguageRule.Of(answers, cohort, person),
            Offers = answers.Offers,
            Seeks = answers.Seeks,
            Reasons = open ? reasons : person.Reasons,
            Standing = open ? StandingRule.Of(reasons) : person.Standing,
        };
    }

    /// <summary>
    /// The person after the committee has said what questions of the form are that their answers are from. As <see cref="Reread"/>, what
    /// was set for this one person stays, and nothing is taken from whoever was chosen or asked already.
    /// </summary>
    /// <param name="person">As stored.</param>
    /// <param name="before">As the application was read before.</param>
    /// <param name="after">As it is read now, with answers.</param>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="waited">Whether an earlier cohort left the person waiting.</param>
    public static Person Reanswered(Person person, Application before, Application after, CohortSettings cohort, bool waited)
    {
        if (person.IsErased || person.ApplicationId != after.ApplicationId) return person;
        var (answers, open) = (after.Answers!, StandingRule.IsOpen(person.Standing));
        var read = Answered(person, after, answers, cohort);
        var keepsCountry = person.IsCountrySet || (!open && answers.Country == Countries.Unknown);
        var country = keepsCountry ? person.Country : answers.Country;
        IReadOnlyList<string> reasons =
            [
                .. read.Reasons.Except([ReasonCode.UnknownCountry]),
                .. country == Countries.Unknown ? [ReasonCode.UnknownCountry] : Array.Empty<string>(),
            ];
        return read with
        {
            Name = person.Name == before.Answers?.Name ? answers.Name : person.Name,
            Email = person.Email,
            Country = country,
            IsCountrySet = person.IsCountrySet,
            AreLanguagesSet = person.AreLanguagesSet,
            TimeZone = keepsCountry ? person.TimeZone : answers.TimeZone,
            Languages = LanguagesOf(person, answers),
            CarriedPriority = waited || answers.Waited == true || (person.CarriedPriority && before.Answers?.Waited != true),
            FirstAppliedAt = after.AppliedAt < person.FirstAppliedAt ? after.AppliedAt : person.FirstAppliedAt,
            Reasons = open ? reasons : person.Reasons,
            Standing = open ? StandingRule.Of(reasons) : person.Standing,
        };
    }

    /// <summary>
    /// The person with the country that was said for them alone: one that is known holds nobody back. A time zone that was none of their
    /// own, but the country's, goes with it.
    /// </summary>
    public static Person From(Person person, string country)
    {
        IReadOnlyList<string> reasons = [.. person.Reasons.Except([ReasonCode.UnknownCountry])];
        var isOfCountry = person.TimeZone is null || person.TimeZone == TimeZones.OfCountry(person.Country);
        var set = country == person.Country
            ? person
            : person with
            {
                Country = country,
                IsCountrySet = true,
                TimeZone = isOfCountry ? TimeZones.OfCountry(country) ?? person.TimeZone : person.TimeZone,
            };
        return country == Countries.Unknown || !StandingRule.IsOpen(person.Standing)
            ? set
            : set with { Reasons = reasons, Standing = StandingRule.Of(reasons) };
    }

    /// <summary>What they said themselves stays; nothing is taken from whoever was chosen or asked already.</summary>
    static IReadOnlyList<string> LanguagesOf(Person person, ApplicationAnswers answers) =>
        person.AreLanguagesSet ? person.Languages
        : StandingRule.IsOpen(person.Standing) ? answers.Languages
        : [.. answers.Languages.Union(person.Languages)];

    /// <summary>
    /// Of one moment those that came later count, as rows corrected and sent in again do; of one file the lower row. All of it is kept
    /// with the application, so that the order of working them in does not matter.
    /// </summary>
    static bool IsNewer(Application application, Person person) =>
        (application.AppliedAt, application.VersionAt, application.Row ?? 0, application.ApplicationId)
            .CompareTo((person.AnsweredAt, person.AnswersVersionAt, person.ApplicationRow ?? 0, person.ApplicationId ?? "")) > 0;

    /// <summary>The person with these answers. Once somebody is chosen or asked, their standing is not intake's any more.</summary>
    static Person Answered(Person person, Application application, ApplicationAnswers answers, CohortSettings cohort)
    {
        // An older answer that arrives late does not undo that somebody took the application back.
        var withdrawn = person.WithdrawnAt is { } at && application.VersionAt <= at;
        IReadOnlyList<string> reasons =
            [.. application.Reasons, .. person.Reasons.Intersect(Decided), .. withdrawn ? [ReasonCode.Withdrawn] : Array.Empty<string>()];
        var open = StandingRule.IsOpen(person.Standing);
        return SetAnswersRule.Applied(person with
        {
            Name = answers.Name,
            Email = person.IsAddressSet ? person.Email : answers.Email!,
            Country = answers.Country,
            IsCountrySet = false,
            AreLanguagesSet = false,
            TimeZone = answers.TimeZone,
            Languages = answers.Languages,
            MailLanguage = MailLanguageRule.Of(answers, cohort, person),
            Interests = answers.Interests,
            LibraryType = answers.LibraryType,
            YearsOfExperience = answers.Years,
            CareerStage = answers.CareerStage,
            WantsUnlike = answers.WantsUnlike == true,
            Offers = answers.Offers,
            Seeks = answers.Seeks,
            Rhythm = answers.Rhythm,
            Tools = answers.Tools,
            CarriedPriority = person.CarriedPriority || answers.Waited == true,
            AnsweredAt = application.AppliedAt,
            AnswersVersionAt = application.VersionAt,
            ApplicationId = application.ApplicationId,
            ApplicationRow = application.Row,
            WithdrawnAt = withdrawn ? person.WithdrawnAt : null,
            Reasons = open ? reasons : person.Reasons,
            Standing = open ? StandingRule.Of(reasons) : person.Standing,
        });
    }
}
