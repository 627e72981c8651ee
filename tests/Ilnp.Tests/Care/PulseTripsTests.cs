using Ilnp.Approvals;
using Ilnp.Care.Letters;
using Ilnp.Care.Questions;
using Ilnp.Introductions;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Ilnp.Tests.Care;

/// <summary>What a pulse takes of the storage account.</summary>
public sealed class PulseTripsTests(FreshWebHostFixture web, ITestOutputHelper output) : IClassFixture<FreshWebHostFixture>
{
    const int Groups = 500;

    /// <summary>Activities that one small machine of the app runs at the same time.</summary>
    const int AtOnce = 10;

    /// <summary>The ledger's, which keeps a mail single: the claim before it is sent, and the provider's answer.</summary>
    const int TripsOfAMail = 2;

    static readonly DateTime Closes = new(2020, 9, 4, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Given500Groups_WhenAllAreAskedHowTheyGo_ThenAPulseTakesLessThanTwoRoundTripsBesidesItsMails()
    {
        var cohort = await CohortAsync();
        await AskAsync(cohort, 1);

        var before = web.Get<TransactionCount>().Sent;
        await AskAsync(cohort, 2);
        var trips = web.Get<TransactionCount>().Sent - before;

        var each = (trips - (TripsOfAMail * 2 * Groups)) / (double)Groups;
        output.WriteLine($"{trips} round trips for {Groups} groups: {each:F2} a group besides its two mails");
        Assert.InRange(each, 0, 1.99);
    }

    [Fact]
    public async Task Given500Groups_WhenAllAreAskedTwiceByOnePulse_ThenEverybodyHasOneMailWithTheSameQuestion()
    {
        var cohort = await CohortAsync();
        await AskAsync(cohort, 1);
        var asked = await PulsesAsync(cohort);
        await AskAsync(cohort, 1);

        Assert.Equal(2 * Groups, asked.Count);
        Assert.Equal(asked, await PulsesAsync(cohort));
        Assert.Equal(
            Enumerable.Range(1, 2 * Groups).Select(Person).Order(StringComparer.Ordinal),
            (await web.Get<MailLedger>().ListAsync(cohort, Pulse.Form)).Select(mail => mail.Key.PersonId).Order(StringComparer.Ordinal));
    }

    async Task<IReadOnlyList<(string Id, string Subject, DecisionLink Link, DateTimeOffset OpenedAt)>> PulsesAsync(string cohort) =>
        [.. (await web.Get<DecisionStore>().ListAsync(cohort, $"{Pulse.Form}-"))
            .Select(pulse => (pulse.DecisionId, pulse.SubjectId, pulse.Link, pulse.OpenedAt))];

    async Task AskAsync(string cohort, int round)
    {
        var care = ActivatorUtilities.CreateInstance<CareActivities>(web.Services);
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Groups), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => Assert.Equal(
                Members(number), await care.AskPulse(new(cohort, Group(number), round, InstanceIds.Group(cohort, Group(number)), Closes))));
    }

    /// <summary>Whose pairs have all been asked what they agree on.</summary>
    async Task<string> CohortAsync()
    {
        var cohort = await web.CohortAsync();
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        List<Group> groups = [.. Enumerable.Range(1, Groups).Select(number => new Group
        {
            CohortId = cohort,
            GroupId = Group(number),
            Members = Members(number),
            Status = GroupStatus.Active,
            LiaisonId = "liaison",
            FormedAt = web.Clock.Now,
        })];
        await web.Get<PeopleStore>().AddManyAsync(cohort, Enumerable.Range(1, 2 * Groups).Select(number =>
            SampleCohort.Person(cohort, Person(number), $"Person {number}", number % 2 == 0 ? "DE" : "GH", Standing.Active)));
        await web.Get<GroupStore>().PutManyAsync(cohort, groups);
        await web.Get<DecisionLinks>().OpenAllAsync([.. groups.Select(group => AgreementForm.Question(settings, group))]);
        return cohort;
    }

    static string Group(int number) => $"G{number:D3}";

    static string Person(int number) => $"P{number:D4}";

    static string[] Members(int number) => [Person((2 * number) - 1), Person(2 * number)];
}
