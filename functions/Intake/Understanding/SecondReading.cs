using Ilnp.Programme;

namespace Ilnp.Intake.Understanding;

/// <summary>
/// Brings an application that came before to what the committee says of its words now, and its person with it. Whoever was held back by
/// them and is in by that gets the mail that they would have got. Runs again without harm: the application is written last.
/// </summary>
public sealed class SecondReading(
    ApplicationStore applications, TheirPeople theirs, IntakeProblemStore problems, MeaningStore meanings, ApplicationLetters letters,
    IQualifications qualifications)
{
    /// <summary>
    /// Those of which something else was said while they were taken in: whoever writes first, one of the two sees the other.
    /// </summary>
    public async Task OfWaitingAsync(CohortSettings cohort, IEnumerable<Application> taken, CancellationToken cancellation)
    {
        var unclear = taken.Where(application => application.Unclear is not null).ToList();
        if (unclear.Count == 0) return;
        var said = await meanings.NowAsync(cohort.Id, cancellation);
        foreach (var application in unclear.Where(application => application.Unclear!.IsReadOtherwise(said)))
            await OfAsync(cohort, application.ApplicationId, said, cancellation);
    }

    /// <summary>All applications with a word.</summary>
    public async Task OfWordAsync(CohortSettings cohort, string wordId, CancellationToken cancellation)
    {
        var said = await meanings.NowAsync(cohort.Id, cancellation);
        foreach (var problem in await problems.ListAsync(cohort.Id, ProblemIds.OfWord(wordId), cancellation))
            await OfAsync(cohort, problem.ApplicationId!, said, cancellation);
    }

    async Task OfAsync(
        CohortSettings cohort, string applicationId, IReadOnlyDictionary<string, string> said, CancellationToken cancellation)
    {
        if (await applications.FindAsync(cohort.Id, applicationId, cancellation) is not { Unclear: { } unclear } before
            || !unclear.IsReadOtherwise(said)) return;
        var after = Reread(before, said);
        if (after is { Counts: true, PersonId: not null } && await ApplyAsync(cohort, after, cancellation) is { } person)
        {
            after = after with { MailLanguage = person.MailLanguage };
            if (ComesIn(before, after, person))
            {
                after = Telling(after);
                await letters.SendAsync(after, cohort, cancellation);
            }
        }

        foreach (var id in unclear.Words.Select(word => word.WordId).Distinct())
            await problems.UpdateAsync(
                cohort.Id,
                ProblemIds.OfWord(id) + applicationId,
                problem => problem with { Meaning = said.GetValueOrDefault(id) },
                cancellation);
        await applications.UpdateAsync(
            before,
            stored => stored.Unclear is null ? stored : Reread(stored, said) with
            {
                MailLanguage = after.MailLanguage,
                ToldCountry = after.ToldCountry,
                Readings = stored.Readings + after.Readings - before.Readings,
            },
            cancellation);
    }

    /// <summary>The person whose answers are from this application, if anybody's are: newer ones count for the others.</summary>
    Task<Person?> ApplyAsync(CohortSettings cohort, Application application, CancellationToken cancellation) =>
        theirs.ApplyAsync(application, person => ApplicantRule.Reread(person, application, application.Answers!, cohort), cancellation);

    Application Reread(Application application, IReadOnlyDictionary<string, string> said)
    {
        var answers = Understood.Of(application.Unclear!, said) with
        {
            Email = application.Answers!.Email,
            Name = application.Answers.Name,
        };
        return application with
        {
            Answers = answers,
            Unclear = application.Unclear!.With(said),
            Reasons = [.. qualifications.Missed(answers), .. application.Reasons.Intersect([ReasonCode.UnknownMoment])],
        };
    }

    /// <summary>Whoever was told another country before hears this one, also where they had heard it before that.</summary>
    static Application Telling(Application application) => application with
    {
        ToldCountry = application.Answers!.Country,
        Readings = application.Readings + (application.ToldCountry is { } told && told != application.Answers.Country ? 1 : 0),
    };

    static bool ComesIn(Application before, Application after, Person person) =>
        before.Reasons.Contains(ReasonCode.UnknownCountry) && !after.Reasons.Contains(ReasonCode.UnknownCountry)
        && person is { Standing: Standing.Eligible, IsCountrySet: false };
}
