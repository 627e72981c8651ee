using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.SecondPartners;
using Ilnp.SecondPartners.Questions;
using Ilnp.Tests.Continuing;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.SecondPartners;

/// <summary>
/// The pairs G001 (P1 P2) and G002 (P3 P4) and the trio G003 (P5 P6 P7), everybody from a country of their own, in the second month.
/// </summary>
sealed class SecondHost() : StoryHost(Dates.Opens.AddDays(1))
{
    public static readonly SecondDates Dates = SecondPlay.Dates;

    protected override IReadOnlyList<string> Rooms => ["Ilnp.SecondPartners"];

    public static async Task<SecondHost> StartAsync()
    {
        var opened = new SecondHost();
        await opened.OpenAsync();
        return opened;
    }

    /// <summary>A member says what they would like.</summary>
    public Task SayAsync(string person, string choice) => PressAsync(
        async () =>
        {
            var circle = await CircleAsync(person);
            return await Get<DecisionLinks>().OpenAsync(
                circle.Question(circle.Members.Single(member => member.PersonId == person), Dates));
        },
        choice);

    public Task DecideAsync(string choice) => PressAsync(
        async () =>
        {
            var lead = (await Get<CohortStore>().GetAsync(Cohort)).Leads.First();
            return await Get<DecisionLinks>().OpenAsync(ApproveSeconds.Question(Cohort, lead, new(Dates.Decides, TimeSpan.Zero), 1));
        },
        choice);

    /// <summary>A member ends their second pair, or keeps it.</summary>
    public Task StopAsync(string person, string choice = StopSecond.Stop) => PressAsync(
        async () =>
        {
            var people = Get<PeopleStore>();
            var pair = (await PairsAsync()).Single(pair => pair.Members.Contains(person));
            var (me, other) = (await people.GetAsync(Cohort, person), await people.GetAsync(Cohort, pair.PartnerOf(person)));
            return await Get<DecisionLinks>().OpenAsync(StopSecond.Question(pair, me, other, new(Dates.End, TimeSpan.Zero)));
        },
        choice);

    public Task<IReadOnlyList<SecondPair>> PairsAsync() => Get<SecondPairStore>().ListAsync(Cohort);

    public Task StandAsync(string person, Standing standing) =>
        Get<PeopleStore>().UpdateAsync(Cohort, person, stored => stored with { Standing = standing });

    async Task<SecondCircle> CircleAsync(string person) =>
        await Get<SecondCircles>().GetAsync(Cohort, (await Get<PeopleStore>().GetAsync(Cohort, person)).GroupId!);

    protected override async Task PeopleAsync()
    {
        await Get<CohortStore>().TryAddAsync(SampleCohort.Settings(Cohort).With(new SecondPartnersSettings { Offered = true }));
        foreach (var (id, group, country) in new[]
        {
            ("P1", "G001", "KE"), ("P2", "G001", "DE"), ("P3", "G002", "PT"), ("P4", "G002", "FR"),
            ("P5", "G003", "GH"), ("P6", "G003", "IN"), ("P7", "G003", "PE"),
        })
            await Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(Cohort, id, $"Person {id}", country, Standing.Active) with
                {
                    GroupId = group,
                    Email = $"{id.ToLowerInvariant()}@{Cohort}.example", // known in no other cohort: former partners do not meet again
                });
        await Get<GroupStore>().PutManyAsync(
            Cohort, [Group("G001", "P1", "P2"), Group("G002", "P3", "P4"), Group("G003", "P5", "P6", "P7")]);
    }

    Group Group(string id, params string[] members) =>
        new() { CohortId = Cohort, GroupId = id, Members = members, Status = GroupStatus.Active, LiaisonId = "liaison" };
}
