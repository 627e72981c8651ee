using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Matching;

/// <summary>Who had each other as partners, when people share an address.</summary>
public sealed class FormerPartnersTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenTwoWhoShareAnAddress_WhenOneOfThemHadAPartner_ThenOnlyThatOneIsKeptFromTheSamePartner()
    {
        var (earlier, now) = (await CohortAsync("Ana Silva", "Bo Lind"), await CohortAsync("Bo Lind", "Ana Silva Costa"));
        var ids = await IdsAsync(earlier);
        await web.Get<GroupStore>().TryAddAsync(new()
        {
            CohortId = earlier,
            GroupId = "G001",
            Members = [ids["Ana Silva"], ids["Chen Wei"]],
            LiaisonId = "lead",
            Status = GroupStatus.Active,
        });

        var pairs = await web.Get<FormerPartners>().OfAsync(await web.Get<CohortStore>().GetAsync(now));

        var here = await IdsAsync(now);
        Assert.Contains(pairs, pair => pair.Is(here["Ana Silva Costa"], here["Chen Wei"]));
        Assert.DoesNotContain(pairs, pair => pair.Is(here["Bo Lind"], here["Chen Wei"]));
        Assert.DoesNotContain(pairs, pair => pair.Is(here["Bo Lind"], here["Ana Silva Costa"]));
    }

    [Theory]
    [InlineData(SecondPairStatus.Ended, true)]
    [InlineData(SecondPairStatus.Dropped, false)] // they never heard of each other
    public async Task GivenTwoWhoWereSecondPartners_WhenTheNextOneLooksForPartners_ThenTheyAreKeptApart(
        SecondPairStatus status, bool areApart)
    {
        var (earlier, now) = (await CohortAsync("Ana Silva", "Bo Lind"), await CohortAsync("Ana Silva", "Bo Lind"));
        var ids = await IdsAsync(earlier);
        await web.Get<GroupStore>().TryAddAsync(new()
        {
            CohortId = earlier,
            GroupId = "G001",
            Members = [ids["Ana Silva"], "another"],
            LiaisonId = "lead",
            Status = GroupStatus.Completed,
        });
        await web.Get<SecondPairStore>().ReplaceAsync(
            earlier,
            [
                new()
                {
                    CohortId = earlier,
                    PairId = "S001",
                    Members = [ids["Ana Silva"], ids["Chen Wei"]],
                    Status = status,
                    IntroducedAt = areApart ? web.Clock.Now : null,
                },
            ]);

        var here = await IdsAsync(now);
        foreach (var (cohort, of) in new[] { (earlier, ids), (now, here) })
        {
            var pairs = await web.Get<FormerPartners>().OfAsync(await web.Get<CohortStore>().GetAsync(cohort));
            Assert.Equal(areApart, pairs.Any(pair => pair.Is(of["Ana Silva"], of["Chen Wei"])));
        }
    }

    [Fact]
    public async Task GivenTwoWhoArePartnersInALaterProgramme_WhenTheOneBeforeLooksForPartners_ThenTheyAreKeptApart()
    {
        var (now, later) = (await CohortAsync("Ana Silva", "Bo Lind"), $"c{Guid.NewGuid():N}"[..12]);
        var settings = SampleCohort.Settings(later);
        await web.Get<CohortStore>().TryAddAsync(settings with { Dates = settings.Dates with { Introduce = new(2020, 6, 4) } });
        var here = await IdsAsync(now);
        foreach (var person in await web.Get<PeopleStore>().ListAsync(now))
            await web.Get<PeopleStore>().TryAddAsync(person with { CohortId = later });
        await web.Get<GroupStore>().TryAddAsync(new()
        {
            CohortId = later,
            GroupId = "G001",
            Members = [here["Ana Silva"], here["Chen Wei"]],
            LiaisonId = "lead",
            Status = GroupStatus.Active,
        });

        var pairs = await web.Get<FormerPartners>().OfAsync(await web.Get<CohortStore>().GetAsync(now));

        Assert.Contains(pairs, pair => pair.Is(here["Ana Silva"], here["Chen Wei"]));
    }

    /// <summary>Two who share an address, the first of whom has it by themselves, and a third person.</summary>
    async Task<string> CohortAsync(string first, string second)
    {
        var id = await web.CohortAsync();
        var (cohort, identities) = (await web.Get<CohortStore>().GetAsync(id), web.Get<Identities>());
        foreach (var (name, email, personId) in new[]
        {
            (first, "desk@library.example", identities.PersonId(cohort, "desk@library.example")),
            (second, "desk@library.example", identities.PersonId(cohort, "desk@library.example", [second])),
            ("Chen Wei", "chen@library.example", identities.PersonId(cohort, "chen@library.example")),
        })
            await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(id, personId, name, "PT") with { Email = email });
        return id;
    }

    async Task<IReadOnlyDictionary<string, string>> IdsAsync(string cohort) =>
        (await web.Get<PeopleStore>().ListAsync(cohort)).ToDictionary(person => person.Name, person => person.PersonId);
}
