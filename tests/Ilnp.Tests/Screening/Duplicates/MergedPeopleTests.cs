using Ilnp.Intake;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Ilnp.Tests.Intake;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Screening.Duplicates;

/// <summary>People whom the committee finds to be one, and two again: whose answers count, whatever comes meanwhile.</summary>
public sealed class MergedPeopleTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenTwoWhoAreOne_WhenTheOtherAddressAppliesAgain_ThenItCountsForTheOneWhoStandsForBoth(bool asFile)
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var (first, second) = await MergedAsync(host);

        await AppliesAgainAsync(host, "ana@work.example", "2020-03-08T10:00:00Z", "Chile", asFile);

        Assert.Equal(("CL", Standing.Eligible, "ana@work.example"), await StandAsync(host, first));
        Assert.Equal(("CL", Standing.Ineligible, "ana@work.example"), await StandAsync(host, second));

        await ResolveAsync(host, first, second, same: false);

        Assert.Equal(("BR", Standing.Eligible, "ana@home.example"), await StandAsync(host, first));
        Assert.Equal(("CL", Standing.Eligible, "ana@work.example"), await StandAsync(host, second));
    }

    [Fact]
    public async Task GivenOneWhoIsTheSameAsTwoOthers_WhenDecided_ThenOneStandsForAllThreeAndEachCanBeTakenOut()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var (first, second) = await MergedAsync(host);
        await host.PostOwnAsync(IntakeWebhookTests.Message("ana@new.example", "2020-03-06T12:00:00Z", country: "Peru"));
        await host.CompletedAsync();
        var third = await IdOfAsync(host, "ana@new.example");

        await ResolveAsync(host, third, second, same: true);

        Assert.Equal(("PE", Standing.Eligible, "ana@new.example"), await StandAsync(host, first));
        Assert.Equal(Standing.Ineligible, (await StandAsync(host, second)).Standing);
        Assert.Equal(Standing.Ineligible, (await StandAsync(host, third)).Standing);

        await ResolveAsync(host, third, second, same: false);

        Assert.Equal(("BR", Standing.Eligible, "ana@work.example"), await StandAsync(host, first));
        Assert.Equal(("PE", Standing.Eligible, "ana@new.example"), await StandAsync(host, third));
    }

    [Fact]
    public async Task GivenACorrectedPerson_WhenTheTwoAreFoundDifferent_ThenTheCorrectionStays()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var (first, second) = await AppliedAsync(host);
        await host.Get<PeopleStore>().UpdateAsync(
            host.Cohort.Id, first, person => person with { Name = "Ana da Silva", Country = "PT", IsCountrySet = true });

        await ResolveAsync(host, first, second, same: false);

        var person = await host.Get<PeopleStore>().GetAsync(host.Cohort.Id, first);
        Assert.Equal(("Ana da Silva", "PT", true), (person.Name, person.Country, person.IsCountrySet));
    }

    [Fact]
    public async Task GivenCorrections_WhenTwoAreFoundToBeOneAndTwoAgain_ThenEachHoldsWithTheApplicationItWasMadeIn()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var (first, second) = await AppliedAsync(host);
        await CorrectAsync(host, first, person => person with { Name = "Ana da Silva", TimeZone = "Europe/Lisbon" });
        await CorrectAsync(host, second, person => ApplicantRule.From(person, "AO"));

        await ResolveAsync(host, first, second, same: true);
        var both = await host.Get<PeopleStore>().GetAsync(host.Cohort.Id, first);
        await CorrectAsync(host, first, person => person with { Languages = ["fr"] });
        await ResolveAsync(host, first, second, same: false);
        var (one, other) = (
            await host.Get<PeopleStore>().GetAsync(host.Cohort.Id, first), await host.Get<PeopleStore>().GetAsync(host.Cohort.Id, second));

        Assert.Equal(("Ana Silva", "AO", true), (both.Name, both.Country, both.IsCountrySet));
        Assert.Equal(("Ana da Silva", "BR", "Europe/Lisbon", "pt"), (one.Name, one.Country, one.TimeZone, one.Languages[0]));
        Assert.Equal(("Ana Silva", "AO", "Africa/Luanda", "fr"), (other.Name, other.Country, other.TimeZone, other.Languages[0]));
    }

    [Fact]
    public async Task GivenACorrection_WhenThePersonAppliesAnew_ThenTheirOwnLastWordCounts()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var (first, _) = await AppliedAsync(host);
        await CorrectAsync(host, first, person => ApplicantRule.From(person, "AO"));

        await AppliesAgainAsync(host, "ana@home.example", "2020-03-08T10:00:00Z", "Chile", asFile: true);

        Assert.Equal(("CL", Standing.Eligible, "ana@home.example"), await StandAsync(host, first));
    }

    static Task CorrectAsync(IntakeHost host, string id, Func<Person, Person> change) => host.Get<PeopleStore>()
        .UpdateAsync(host.Cohort.Id, id, person => SetAnswersRule.Kept(person, change(person)));

    [Fact]
    public async Task GivenADecision_WhenItIsTakenBack_ThenBothAreToldBothTimesAndOfNothingElse()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var (first, second) = await AppliedAsync(host);

        await ResolveAsync(host, first, second, same: false);
        Assert.Empty(Told(host));
        await ResolveAsync(host, first, second, same: true);
        Assert.Equal(2, Told(host).Length);
        await ResolveAsync(host, first, second, same: true);
        Assert.Equal(2, Told(host).Length);
        await ResolveAsync(host, first, second, same: false);

        Assert.Equal(4, Told(host).Length);
    }

    [Theory]
    [InlineData(DuplicateDecision.Same, 1, false, DuplicateDecision.Different)]
    [InlineData(DuplicateDecision.Same, -1, false, DuplicateDecision.Same)] // said before what counts, told after it
    [InlineData(DuplicateDecision.Different, 1, true, DuplicateDecision.Same)]
    [InlineData(DuplicateDecision.Open, -1, true, DuplicateDecision.Same)]
    public void GivenTwoLeads_WhenEachSaysSomething_ThenTheLaterWordCounts(
        DuplicateDecision before, int minutes, bool isSame, DuplicateDecision after)
    {
        var at = IntakeHost.SampledAt;
        var proposal = Proposal("c", "P1", "P2") with
        {
            Decision = before,
            DecidedAt = before == DuplicateDecision.Open ? null : at,
        };

        Assert.Equal(after, new DuplicateWord(isSame, "lead", at.AddMinutes(minutes)).On(proposal).Decision);
    }

    static FileInfo[] Told(IntakeHost host) => host.Mail.GetFiles("*-applications-joined-*.eml");

    static async Task<(string First, string Second)> AppliedAsync(IntakeHost host)
    {
        await host.PostOwnAsync(IntakeWebhookTests.Message("ana@home.example", "2020-03-06T10:00:00Z"));
        await host.PostOwnAsync(IntakeWebhookTests.Message("ana@work.example", "2020-03-06T11:00:00Z"));
        await host.CompletedAsync();
        return (await IdOfAsync(host, "ana@home.example"), await IdOfAsync(host, "ana@work.example"));
    }

    static async Task<(string First, string Second)> MergedAsync(IntakeHost host)
    {
        var (first, second) = await AppliedAsync(host);
        await ResolveAsync(host, first, second, same: true);
        Assert.Equal(("BR", Standing.Eligible, "ana@work.example"), await StandAsync(host, first));
        return (first, second);
    }

    static async Task ResolveAsync(IntakeHost host, string first, string second, bool same)
    {
        var proposal = Proposal(host.Cohort.Id, first, second);
        await host.Get<DuplicateProposalStore>().TryAddAsync(proposal);
        await host.Get<DuplicateReview>().ResolveAsync(host.Cohort.Id, proposal.ProposalId, same);
    }

    static DuplicateProposal Proposal(string cohort, string first, string second) =>
        new() { CohortId = cohort, FirstId = first, SecondId = second, Why = "like names" };

    static async Task AppliesAgainAsync(IntakeHost host, string address, string at, string country, bool asFile)
    {
        if (asFile)
            await host.SendAsync(
                $"cohorts/{host.Cohort.Id}/applications",
                System.Text.Encoding.UTF8.GetBytes(
                    "Timestamp,Email,Name,Country,Languages,Internet,Biweekly,Commit\n"
                        + $"{at},{address},Ana Silva,{country},English,Yes,Yes,Yes\n"),
                new Dictionary<string, string> { ["Content-Type"] = "text/csv" });
        else await host.PostOwnAsync(IntakeWebhookTests.Message(address, at, country: country));
        await host.CompletedAsync();
    }

    static async Task<string> IdOfAsync(IntakeHost host, string address) =>
        (await host.Get<PeopleStore>().ListAsync(host.Cohort.Id))
            .Single(person => person.Email == address && !person.Reasons.Contains(ReasonCode.Duplicate)).PersonId;

    static async Task<(string Country, Standing Standing, string Address)> StandAsync(IntakeHost host, string id)
    {
        var person = await host.Get<PeopleStore>().GetAsync(host.Cohort.Id, id);
        return (person.Country, person.Standing, person.Email);
    }
}
