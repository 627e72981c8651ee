using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.WholeCohort.Outages;
using Xunit.Abstractions;

namespace Ilnp.Tests.WholeCohort.Needy;

/// <summary>What care promises, where many need it.</summary>
public sealed class NeedyCohortTests(ITestOutputHelper output, NeedyCohorts needy) : IClassFixture<NeedyCohorts>
{
    /// <summary>Set it to the number that a failed run told, to see that run again.</summary>
    const string SeedVariable = "ILNP_CUT_SEED";

    const int Cuts = 20;

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A cut takes a minute, and what it met tries again after three quarters of one at most.</summary>
    static readonly TimeSpan ThroughACut = 3 * Minute;

    [Fact]
    public void GivenMismatchOrTrouble_WhenSaidInAPulse_ThenWhoDecidesHasTheMailWithinAMinute()
    {
        Assert.All(needy.Cohorts, cohort =>
        {
            Assert.NotEmpty(cohort.Asking(Pulse.Mismatch));
            Assert.NotEmpty(cohort.Asking(Pulse.Trouble));
            Assert.All(cohort.Asking(Pulse.Mismatch, Pulse.Trouble), pulse => AssertTold(cohort, pulse, Minute));
        });
    }

    [Fact]
    public void GivenAFifthSilent_WhenTheirPartnersSaySo_ThenNineOfTenHaveANewPartnerWithinTenDays()
    {
        foreach (var cohort in needy.Cohorts)
            output.WriteLine(
                $"{cohort.AfterSilence.InTime} of {cohort.AfterSilence.Waited} in time, median {cohort.AfterSilence.Median:F1} days, "
                    + $"longest {cohort.AfterSilence.Most:F1}");

        var waited = needy.Cohorts.Sum(cohort => cohort.AfterSilence.Waited);
        Assert.InRange(waited, 12, 16);
        Assert.True(needy.Cohorts.Sum(cohort => cohort.AfterSilence.InTime) * 10 >= 9 * waited);
    }

    [Fact]
    public void GivenNothingThatStops_WhenTheCohortEnds_ThenNothingWasSentTwiceOrAfterItsTime() =>
        Assert.All(needy.Cohorts, AssertOnceAndInTime);

    [Fact]
    public async Task GivenAllThatIsUnderWayCutShortAtTwentyRandomMoments_WhenTheCohortEnds_ThenNothingWasSentTwiceLateOrNotAtAll()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"{SeedVariable}={seed}");
        var cuts = Plan(new Random(seed));
        output.WriteLine(string.Join(Environment.NewLine, cuts));

        var cohort = await NeedyCohort.PlayAsync(NeedyCohorts.FirstSeed, cuts);

        AssertOnceAndInTime(cohort);
        Assert.NotEmpty(cohort.Asking(Pulse.Mismatch));
        Assert.All(cohort.Asking(Pulse.Mismatch, Pulse.Trouble), pulse => AssertTold(cohort, pulse, ThroughACut));
        var asked = cohort.Asking(Pulse.NotYet, Pulse.Mismatch, Pulse.Trouble)
            .Select(pulse => cohort.Records.People[pulse.SubjectId].Email);
        Assert.Equal(
            asked.ToHashSet().Order(),
            cohort.Mails.Where(mail => mail.Entry.Template.StartsWith("heard-", StringComparison.Ordinal))
                .Select(mail => mail.To[0].Address).ToHashSet().Order());
    }

    /// <summary>Each in the midst of any request to storage while care is at work.</summary>
    List<Outage> Plan(Random random)
    {
        var asked = needy.Cohorts[0].Asked
            .Where(at => at >= NeedyCohort.Calendar.Introduce && at < NeedyCohort.Calendar.End && !OutageTests.IsSweep(at)).ToList();
        return
        [
            .. random.GetItems([.. Enumerable.Range(0, asked.Count)], Cuts).Select(chosen => (At: asked[chosen], Place: chosen))
                .DistinctBy(one => one.At.Ticks / (5 * TimeSpan.TicksPerMinute)).OrderBy(one => one.Place)
                .Select(one => new Outage(one.At, one.Place - asked.IndexOf(one.At))),
        ];
    }

    static void AssertOnceAndInTime(NeedyCohort cohort)
    {
        Assert.Empty(cohort.Stopped);
        Assert.Equal(cohort.Mails.Count, cohort.Mails.Select(mail => mail.Entry.Key).Distinct().Count());
        Assert.Equal(
            cohort.Mails.Count,
            cohort.Mails.Select(mail => (mail.Entry.SentAt.Date, mail.To[0].Address, mail.Subject, mail.Text)).Distinct().Count());
        Assert.All(cohort.Ledger, entry => Assert.True(LedgerRules.IsCertain(entry), $"{entry.Key} is {entry.Status}"));
        Assert.Equal(cohort.Ledger.Count(entry => entry.SentAt is not null), cohort.Mails.Count);
        var decisions = cohort.Records.Decisions.ToDictionary(decision => decision.DecisionId);
        var late = cohort.Ledger.Where(entry => entry.SentAt > LastMoment(entry, cohort, decisions))
            .Select(entry => $"{entry.Key} at {entry.SentAt}");
        Assert.Empty(late);
    }

    /// <summary>
    /// When a mail means nothing any more: its question is closed, its group has ended, or the programme, which care is for.
    /// </summary>
    static DateTimeOffset? LastMoment(LedgerEntry entry, NeedyCohort cohort, Dictionary<string, Decision> decisions)
    {
        var question = decisions.GetValueOrDefault($"{entry.Key.Step}-{entry.Key.Occurrence}-{entry.Key.PersonId}")
            ?? decisions.GetValueOrDefault($"{entry.Key.Step}-{entry.Key.PersonId}");
        var group = entry.Template is "pulse" or "nudge"
            ? cohort.Records.Groups.Single(formed => formed.GroupId == entry.Key.Occurrence.Split('-')[0])
            : null;
        return Earliest(question?.Request.ClosesAt, group?.EndedAt, group is null ? null : new(NeedyCohort.Calendar.End, TimeSpan.Zero));
    }

    static DateTimeOffset? Earliest(params DateTimeOffset?[] moments) => moments.Min();

    static void AssertTold(NeedyCohort cohort, Decision pulse, TimeSpan most)
    {
        var settings = cohort.Records.Settings;
        var (template, who) = pulse.Choice == Pulse.Trouble
            ? ("lead-trouble", settings.Leads.Select(lead => lead.Email).ToList())
            : ("liaison-mismatch", [settings.Liaison(cohort.GroupOf(pulse)).Email]);
        var name = cohort.Records.People[pulse.SubjectId].Name;
        Assert.Contains(cohort.Mails, mail =>
            mail.Entry.Template == template && who.Contains(mail.To[0].Address)
            && mail.Text.Unwrapped() is var text && text.Contains(name, StringComparison.Ordinal)
            && text.Contains(pulse.Answer("note")!, StringComparison.Ordinal)
            && Told(cohort, mail) - pulse.AnsweredAt is var after && after >= TimeSpan.Zero && after <= most);
    }

    static DateTimeOffset? Told(NeedyCohort cohort, MailboxMail mail) =>
        cohort.Ledger.Single(entry => entry.Key.Hash == mail.Entry.Key).SentAt;
}

/// <summary>Two of them, played once, in which nothing stops.</summary>
public sealed class NeedyCohorts : IAsyncLifetime
{
    public const int FirstSeed = 2020;

    internal IReadOnlyList<NeedyCohort> Cohorts { get; private set; } = [];

    public async Task InitializeAsync() =>
        Cohorts = [await NeedyCohort.PlayAsync(FirstSeed, []), await NeedyCohort.PlayAsync(FirstSeed + 1, [])];

    public Task DisposeAsync() => Task.CompletedTask;
}
