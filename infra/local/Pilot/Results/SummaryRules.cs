using System.Text.Json;
using Ilnp.Approvals;
using Ilnp.Care;
using Ilnp.Programme;

namespace Ilnp.Local.Pilot.Results;

/// <summary>A finished cohort's figures, of what is stored. Pure.</summary>
static class SummaryRules
{
    public static Summary Of(CohortRecords records, RunFigures run) => new()
    {
        Applications = Applications(records),
        Countries = new(
            records.People.Values.Select(person => person.Country).Distinct().Count(),
            records.Groups.Where(PairsFile.TookPart).SelectMany(group => group.Members)
                .Select(member => records.People[member].Country).Distinct().Count()),
        Groups = [.. records.Groups.Select(group => Group(group, records.People))],
        Availability = Availability([.. Asked(records, "availability-")]),
        Rematches = records.Groups.Count(group => group.Round > 1),
        Care = Care(CareFigures.AfterSilence(
            records.Groups,
            records.Decisions,
            records.People.Values.Where(person => person.Standing == Standing.Left).Select(person => person.PersonId).ToHashSet())),
        Mails = new(
            records.Mails.Count,
            new SortedDictionary<string, int>(records.Mails.CountBy(mail => mail.Template).ToDictionary(), StringComparer.Ordinal)),
        Surveys = new(Answered(records, "mid-survey-"), Answered(records, "final-survey-")),
        Certificates = records.Certificates,
        Orchestrations = run.Orchestrations,
        StorageTransactions = run.StorageTransactions,
        WallSeconds = Math.Round(run.Wall.TotalSeconds, 1),
        CohortSeconds = Math.Round(run.Cohort.TotalSeconds, 1),
        PeakMemoryMegabytes = run.PeakMemoryMegabytes,
    };

    /// <summary>Somebody with two addresses, found so by the committee, is a duplicate, not an ineligible person.</summary>
    static ApplicationFigures Applications(CohortRecords records)
    {
        var people = records.People.Values.ToList();
        var secondAddresses = people.Count(person => person.Reasons.Contains(ReasonCode.Duplicate));
        var ineligible = people.Count(person => person.Standing == Standing.Ineligible) - secondAddresses;
        var resubmitted = records.Applications.Count(application => application.PersonId is not null)
            - records.Applications.Where(application => application.PersonId is not null)
                .DistinctBy(application => application.PersonId).Count();
        return new(
            records.Applications.Count, resubmitted + secondAddresses, Asked(records, "duplicate-").Count(), ineligible,
            people.Count - secondAddresses - ineligible);
    }

    static GroupFigures Group(Group group, IReadOnlyDictionary<string, Person> people) => new(
        group.GroupId,
        [.. group.Members.Select(member => people[member].ApplicationRow).Order()],
        group.LiaisonId,
        JsonNamingPolicy.CamelCase.ConvertName(group.Status.ToString()));

    static AvailabilityFigures Availability(List<Decision> asked)
    {
        int Choosing(string? choice) => asked.Count(decision => decision.Choice == choice);
        return new(asked.Count, Choosing("yes"), Choosing("later"), Choosing("no"), Choosing(null));
    }

    static CareFigure Care(SilenceFigures silence) => new(
        silence.Waited, silence.Days.Count, Tenths(silence.Median), Tenths(silence.Most), silence.InTime);

    static double? Tenths(double? days) => days is { } some ? Math.Round(some, 1) : null;

    static int Answered(CohortRecords records, string prefix) => Asked(records, prefix).Count(decision => decision.Answers is not null);

    static IEnumerable<Decision> Asked(CohortRecords records, string prefix) =>
        records.Decisions.Where(decision => decision.DecisionId.StartsWith(prefix, StringComparison.Ordinal));
}
