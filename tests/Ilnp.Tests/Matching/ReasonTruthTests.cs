using System.Globalization;
using Ilnp.Local.Match;
using Ilnp.Local.Running;
using Ilnp.Matching;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Programme;
using Ilnp.Programme.Reasons;

namespace Ilnp.Tests.Matching;

/// <summary>What people are told about why they were not chosen, against what happens when they are put in.</summary>
public sealed class ReasonTruthTests
{
    [Theory]
    [InlineData(null, "off")]
    [InlineData(15, "off")]
    [InlineData(null, "max")]
    [InlineData(null, "3")]
    [InlineData(15, "3")]
    public void GivenEverybodyNotChosen_WhenPutIn_ThenTheLossIsAtLeastWhatTheyMissedBy(int? cap, string spread)
    {
        var told = 0;
        for (var seed = 0; seed < 6; seed++)
        {
            var problem = new MatchingProblem
            {
                People = People.Random(26, seed),
                Capacity = 6,
                CountryCapPercent = cap,
                Spread = CountrySpread.Parse(spread)!,
            };
            var before = Matchmaker.Propose(problem);
            foreach (var person in before.Unmatched)
            {
                var loss = Loss(problem, before, person.Id);
                if (MissedBy(person.Reason) is { } missed && loss is { } lost)
                {
                    Assert.True(lost >= missed, $"seed {seed}, {person.Id}: {person.Reason}, but it costs {lost}");
                    told++;
                }
                if (person.Reason.Code is "noCommonLanguage" or "noAllowedPartner") Assert.Null(loss);
            }
        }
        Assert.True(told > 20, $"only {told} were told points");
    }

    [Fact]
    public void GivenSomebodyKeptOutByTheCap_WhenTheCapIsLifted_ThenMostSuchCountriesGetMorePlaces()
    {
        var (found, more) = (0, 0);
        for (var seed = 0; seed < 12; seed++)
        {
            var problem = new MatchingProblem
            {
                People = People.Random(30, 100 + seed),
                Capacity = 8,
                CountryCapPercent = 14,
                Spread = CountrySpread.Off,
            };
            var before = Matchmaker.Propose(problem);
            var free = Matchmaker.Propose(problem with { CountryCapPercent = null });
            var country = problem.People.ToDictionary(p => p.Id, p => p.Country);
            foreach (var told in before.Unmatched.Where(u => u.Reason.Code == "countryCap").GroupBy(u => u.Reason.Arguments[0]))
            {
                found++;
                var (limited, lifted) = (Count(before, country, told.Key), Count(free, country, told.Key));
                Assert.Equal(told.First().Reason.Arguments[1], limited.ToString(CultureInfo.InvariantCulture));
                if (lifted > limited) more++;
            }
        }
        // Lifting it for all countries at once lets others in as well, so not each of them gains.
        Assert.True(found > 5 && 2 * more > found, $"{more} of {found}");
    }

    [Theory]
    [InlineData("off", 30)]
    [InlineData("3", 120)]
    public void GivenThePilotsSample_WhenSomeNotChosenArePutIn_ThenTheLossIsAtLeastWhatTheyMissedBy(string spread, int every)
    {
        var settings = CohortSettingsFile();
        var applicants = Applicants.Read(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Pilot", "applications-2020-google-forms.csv")), settings);
        var problem = CohortProblem.Of(settings, applicants.Eligible) with { Capacity = 47, Spread = CountrySpread.Parse(spread)! };
        var before = Matchmaker.Propose(problem);
        Assert.Equal(437 - 94, before.Unmatched.Count);
        foreach (var person in before.Unmatched.Where((_, k) => k % every == 0))
            if (MissedBy(person.Reason) is { } missed)
                Assert.True(
                    Loss(problem, before, person.Id) >= missed,
                    $"{person.Id}: {person.Reason}, but it costs {Loss(problem, before, person.Id)}");
    }

    static CohortSettings CohortSettingsFile() =>
        AppParts.SettingsFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pilot", "cohort-2020.json"))).Settings!;

    /// <summary>Points lost when the person must be in a pair and as many countries are represented; null when that cannot be.</summary>
    static long? Loss(MatchingProblem problem, MatchingProposal before, string id)
    {
        var after = Matchmaker.Propose(problem with { MustPlace = [id] });
        Assert.Empty(after.Conflicts);
        return after.Countries >= before.Countries && after.Groups.Any(g => g.Members.Take(2).Contains(id))
            ? before.Score - after.Score
            : null;
    }

    static long? MissedBy(MatchReason reason) => reason.Code switch
    {
        "equal" => 0,
        "partnersTaken" or "laterDate" => Number(reason.Arguments[0]),
        "capacity" => Number(reason.Arguments[1]),
        _ => null,
    };

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    static int Count(MatchingProposal proposal, Dictionary<string, string> country, string of) =>
        proposal.Groups.SelectMany(g => g.Members).Count(id => country[id].Equals(of, StringComparison.OrdinalIgnoreCase));
}
