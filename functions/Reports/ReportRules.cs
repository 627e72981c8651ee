using Ilnp.Care;
using Ilnp.Continuing;
using Ilnp.Programme;
using Ilnp.SecondPartners;
using Ilnp.Surveys;
using Ilnp.Texts;

namespace Ilnp.Reports;

/// <summary>Facts to figures: pure.</summary>
public static class ReportRules
{
    const int Satisfying = 3;
    const int MostInterests = 8;

    /// <param name="texts">The words of questions and answers, as people were asked.</param>
    /// <param name="countryName">English name of an ISO 3166-1 code.</param>
    public static CohortReport Compute(ReportFacts facts, PageTexts texts, Func<string, string> countryName)
    {
        var (cohort, people) = (facts.Cohort, facts.People);
        var participants = Participants(facts);
        var seconds = SecondRules.Figures(facts.SecondPairs, facts.SecondWords);
        return new()
        {
            CohortId = cohort.Id,
            Name = cohort.Name,
            Organiser = cohort.Texts.GetValueOrDefault("organiser"),
            Announced = cohort.Dates.Announce,
            From = cohort.Dates.Introduce,
            To = cohort.Dates.End.AddDays(-1),
            AsOf = facts.AsOf,
            Submissions = facts.Submissions,
            Applicants = people.Count,
            Participants = participants.Count,
            Funnel = Funnel(facts, participants.Count),
            Countries = Countries(people, participants, countryName),
            Groups = Groups(facts.Groups, cohort.Dates.Introduce) with
            {
                GoOn = LongerRules.GoOn(facts.Groups, new(new ProgrammeCalendar(cohort).End, TimeSpan.Zero)),
                SecondPairs = seconds.Pairs,
                SecondWishes = seconds.Wishes,
            },
            AfterSilence = CareFigures.AfterSilence(
                facts.Groups,
                facts.Pulses,
                people.Where(person => person.Standing == Standing.Left).Select(person => person.PersonId).ToHashSet()),
            Interests = Interests(people, participants, texts),
            MidSurvey = SurveyRules.Figures(MidSurveyForm.Form, facts.MidSurvey, texts, unlisted: SurveyConsent.Key),
            FinalSurvey = SurveyRules.Figures(FinalSurveyForm.Form, facts.FinalSurvey, texts, unlisted: SurveyConsent.Key),
            Satisfied = Counted(
                facts.FinalSurvey, "q7", "Satisfied (3 to 5 of 5)", value => int.TryParse(value, out var mark) && mark >= Satisfying),
            WouldRecommend = Counted(facts.FinalSurvey, "q8", "Would recommend the programme", value => value == "yes"),
            Comments = CommentRules.Quotable(facts, texts),
            JointTasks = JointRules.Figure(facts),
            JointWords = JointRules.Shown(facts, texts),
            Mails = [.. facts.MailsByTemplate.OrderBy(mail => mail.Key, StringComparer.Ordinal)
                .Select(mail => new Share(mail.Key, mail.Value, facts.MailsByTemplate.Values.Sum()))],
            Certificates = facts.Certificates,
            Cost = facts.Cost,
            Others = facts.Others,
            Waiting = facts.Waiting,
        };
    }

    /// <summary>The days of a cohort, both inclusive, from its announcement to its end or until now.</summary>
    public static (DateOnly From, DateOnly Until) DaysOf(CohortSettings cohort, DateOnly today) =>
        (cohort.Dates.Announce, cohort.Dates.End < today ? cohort.Dates.End : today);

    /// <summary>How many other cohorts had a day in common with this one.</summary>
    public static int OthersBeside(CohortSettings cohort, IEnumerable<CohortSettings> all) =>
        all.Count(other => other.Id != cohort.Id && other.Dates.Announce <= cohort.Dates.End && other.Dates.End >= cohort.Dates.Announce);

    /// <summary>Ids of those who were introduced to a partner, whatever came of it.</summary>
    static HashSet<string> Participants(ReportFacts facts) =>
    [
        .. facts.People.Where(person => person.Standing is Standing.Active or Standing.Left or Standing.Resting)
            .Select(person => person.PersonId),
        .. facts.Groups.Where(group => group.Status is GroupStatus.Active or GroupStatus.Completed || group.EndedBy is not null)
            .SelectMany(group => group.Members.Concat(group.FormerMembers)),
    ];

    static List<Share> Funnel(ReportFacts facts, int participants)
    {
        var people = facts.People;
        var applied = people.Count;
        var lasting = facts.Groups.Where(group => group.Status is GroupStatus.Active or GroupStatus.Completed)
            .SelectMany(group => group.Members).Distinct().Count();
        return
        [
            new("Applied", applied, applied),
            new(
                "Met the minimum qualifications",
                people.Count(person => person.Standing is not (Standing.Ineligible or Standing.HeldBack)),
                applied),
            new("Were asked whether they can take part", people.Count(WasAsked), applied),
            new(
                "Said yes",
                people.Count(person => person.Standing is Standing.Available or Standing.Active or Standing.Left or Standing.Resting),
                applied),
            new("Were introduced to a partner", participants, applied),
            new("Had a partner on the last day", lasting, applied),
        ];
    }

    static bool WasAsked(Person person) =>
        person.Standing is Standing.Asked or Standing.Available or Standing.Later
            or Standing.Declined or Standing.Silent or Standing.Active or Standing.Left
            or Standing.Resting;

    static List<CountryFigure> Countries(IReadOnlyList<Person> people, HashSet<string> participants, Func<string, string> name) =>
        [.. people.GroupBy(person => person.Country)
            .Select(country =>
                new CountryFigure(
                    country.Key, name(country.Key), country.Count(), country.Count(person => participants.Contains(person.PersonId))))
            .OrderByDescending(country => country.Applicants).ThenBy(country => country.Name, StringComparer.Ordinal)];

    /// <summary>A pair that the availability check took apart before anybody was introduced has not ended early: it never began.</summary>
    static GroupFigures Groups(IReadOnlyList<Group> groups, DateOnly introduced)
    {
        var lasting = groups.Where(group => group.Status is GroupStatus.Active or GroupStatus.Completed).ToList();
        return new(
            lasting.Count(group => group.Members.Count == 2),
            lasting.Count(group => group.Members.Count == 3),
            lasting.Count(group => group.Round > 1),
            groups.Count(group => group.Status == GroupStatus.Dissolved
                && !(group.EndedAt is { } ended && DateOnly.FromDateTime(ended.UtcDateTime) < introduced)));
    }

    static List<Share> Interests(IReadOnlyList<Person> people, HashSet<string> participants, PageTexts texts)
    {
        var first = people.Where(person => participants.Contains(person.PersonId) && person.Interests.Count > 0)
            .Select(person => person.Interests[0]).ToList();
        return [.. first.GroupBy(interest => interest)
            .OrderByDescending(interest => interest.Count()).ThenBy(interest => interest.Key, StringComparer.Ordinal)
            .Take(MostInterests)
            .Select(interest => new Share(InterestName(interest.Key, texts), interest.Count(), first.Count))];
    }

    static string InterestName(string interest, PageTexts texts) =>
        texts.Find($"application.interests.{interest.Replace(' ', '-')}")
            ?? (interest.Length == 0 ? interest : char.ToUpperInvariant(interest[0]) + interest[1..]);

    static Share Counted(SurveyReplies replies, string question, string label, Func<string, bool> counts)
    {
        var given = replies.Replies.Select(reply => reply[question]).OfType<string>().ToList();
        return new(label, given.Count(counts), given.Count);
    }
}
