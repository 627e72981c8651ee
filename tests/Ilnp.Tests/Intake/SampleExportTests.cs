using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;
using Ilnp.Screening;
using Ilnp.Screening.Duplicates;
using Xunit.Abstractions;

namespace Ilnp.Tests.Intake;

/// <summary>The whole sample through intake's rules, compared with what is true.</summary>
public sealed class SampleExportTests(ITestOutputHelper output)
{
    static readonly CohortSettings Cohort = Samples.Cohort();
    static readonly IReadOnlyList<Truth> True = Samples.TruthOfExport();
    static readonly IReadOnlyList<Application> Applications = [.. Samples.Export().Select(Read)];

    [Fact]
    public void GivenTheSample_WhenRead_ThenEveryRowIsThereAndNothingIsWrong()
    {
        var reader = new ApplicationReader(Cohort.Of<IntakeSettings>(), TimeZoneInfo.Utc);
        var rows = Samples.Export();

        Assert.Equal(Enumerable.Range(1, 488), rows.Select(row => row.Number));
        Assert.Empty(ExportColumns.Problems(rows, Cohort.Of<IntakeSettings>()));
        Assert.Empty(rows.SelectMany(row => reader.Read(Submission(row), DateTimeOffset.MaxValue.AddDays(-2)).Findings));
    }

    [Fact]
    public void GivenTheSample_WhenCountriesAreRead_ThenEachIsTheTrueOne() =>
        Assert.Equal(True.Select(truth => truth.Country), Applications.Select(application => application.Answers!.Country));

    [Fact]
    public void GivenTheAppsOwnWordListOnly_WhenTheSamplesCountriesAreRead_ThenEachIsFound()
    {
        var own = new Names(VocabularyFile.Read("countries"));
        var names = Samples.Export().Select(row => row.Answers.Single(answer => answer.Question is ["Country"]).Text);

        Assert.Equal(True.Select(truth => truth.Country), names.Select(name => Countries.Find(name, own)));
    }

    [Fact]
    public void GivenTheSample_WhenScreened_ThenEachQualifiesAsIsTrue() =>
        Assert.Equal(True.Select(truth => truth.Qualifies), Applications.Select(application => application.Reasons.Count == 0));

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void GivenTheSampleInAnyOrder_WhenMerged_ThenEachPersonHasTheTrueFirstAndLatestRow(int seed)
    {
        var people = Merged(new Random(seed));

        foreach (var person in people.Values)
        {
            var truth = True[person.ApplicationRow!.Value - 1];
            var rows = True.Where(other => other.Person == truth.Person && Applications[other.Row - 1].PersonId == person.PersonId)
                .Select(other => other.Row).ToList();
            Assert.Equal(rows.Max(), person.ApplicationRow);
            Assert.Equal(Applications[rows.Min() - 1].AppliedAt, person.FirstAppliedAt);
        }

        // Everybody is one person, but for the four who used two addresses.
        Assert.Equal(True.Select(truth => truth.Person).Distinct().Count() + 4, people.Count);
    }

    [Fact]
    public void GivenTheSample_WhenDuplicatesAreProposed_ThenAllWithTwoAddressesAreFoundAndNobodyElse()
    {
        var people = Merged(new Random(1));
        var proposals = DuplicateFinder.Find(people.Values);
        var right = proposals.Count(proposal => TrueId(people[proposal.FirstId]) == TrueId(people[proposal.SecondId]));
        var twice = people.Values.GroupBy(TrueId).Sum(same => same.Count() - 1);
        foreach (var proposal in proposals)
            output.WriteLine($"{people[proposal.FirstId].Name} / {people[proposal.SecondId].Name}: {proposal.Why}");
        output.WriteLine($"precision {right}/{proposals.Count}, recall {right}/{twice}");

        Assert.Equal(twice, right);
        Assert.Equal(right, proposals.Count);
    }

    [Fact]
    public void GivenTheSample_WhenDuplicatesAreProposedFromAnotherOrder_ThenTheyAreTheSame() =>
        Assert.Equal(DuplicateFinder.Find(Merged(new Random(1)).Values), DuplicateFinder.Find(Merged(new Random(2)).Values.Reverse()));

    static string TrueId(Person person) => True[person.ApplicationRow!.Value - 1].Person;

    static Dictionary<string, Person> Merged(Random random)
    {
        var people = new Dictionary<string, Person>();
        foreach (var application in Applications.OrderBy(_ => random.Next()))
            people[application.PersonId!] = people.TryGetValue(application.PersonId!, out var known)
                ? ApplicantRule.Merge(known, application, application.Answers!, Cohort)
                : ApplicantRule.New(application, application.Answers!, Cohort);
        return people;
    }

    static Application Read(ExportRow row)
    {
        var read = new ApplicationReader(Cohort.Of<IntakeSettings>(), TimeZoneInfo.Utc)
            .Read(Submission(row), new(2020, 4, 1, 0, 0, 0, TimeSpan.Zero));
        return new()
        {
            CohortId = Cohort.Id,
            ApplicationId = row.ContentId,
            Provider = "export",
            Row = row.Number,
            AppliedAt = read.AppliedAt,
            ReceivedAt = read.AppliedAt,
            Answers = read.Answers,
            PersonId = StableIds.OfPerson(
                Encoding.UTF8.GetBytes("a key for tests"), Cohort.Id, Cohort.Of<IntakeSettings>().KeyOf(read.Answers.Email!)),
            Outcome = ApplicationOutcome.Received,
            Reasons = ScreeningRule.Reasons(read.Answers),
        };
    }

    static RawSubmission Submission(ExportRow row) => FormProvider.Export.Read(new(row.ToMessage(), "application/json")).Submission!;
}
