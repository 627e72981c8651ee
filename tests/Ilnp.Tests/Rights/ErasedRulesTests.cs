using Ilnp.Approvals;
using Ilnp.Approvals.PersonalData;
using Ilnp.Forms;
using Ilnp.Intake.Answers;
using Ilnp.Intake.PersonalData;
using Ilnp.Local.Running;
using Ilnp.Mail.Ledger;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Programme.PersonalData;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Rights;

/// <summary>What is left of somebody who was erased, and what stays erased.</summary>
public sealed class ErasedRulesTests
{
    static readonly DateTimeOffset At = new(2020, 6, 1, 12, 0, 0, TimeSpan.Zero);

    static readonly Person Somebody = SampleCohort.Person("c", "P1", "Wanjiru Kamau", "KE", Standing.Active) with
    {
        GroupId = "G001",
        WaitingReason = "late",
        YearsOfExperience = 4,
    };

    [Theory]
    [InlineData(Standing.Eligible, Standing.Ineligible)]
    [InlineData(Standing.HeldBack, Standing.Ineligible)]
    [InlineData(Standing.Asked, Standing.Declined)]
    [InlineData(Standing.Available, Standing.Declined)]
    [InlineData(Standing.Later, Standing.Declined)]
    [InlineData(Standing.Silent, Standing.Silent)]
    [InlineData(Standing.Active, Standing.Left)]
    [InlineData(Standing.Resting, Standing.Left)]
    public void GivenAnyStanding_WhenErased_ThenNobodyIsMatchedAskedOrWrittenTo(Standing before, Standing after)
    {
        var erased = ErasedPersonRule.Of(Somebody with { Standing = before }, At);

        Assert.Equal(
            (after, true, "KE", null, Redaction.Left, ""),
            (erased.Standing, erased.IsErased, erased.Country, erased.GroupId, erased.Name, erased.Email));
        Assert.Equal(
            (0, 0, null, null, null),
            (erased.Languages.Count, erased.Interests.Count, erased.TimeZone, erased.YearsOfExperience, erased.WaitingReason));
        Assert.Same(erased, ErasedPersonRule.Of(erased, At.AddDays(1)));
    }

    [Theory]
    [InlineData(-1, null, true, false, true)] // the old one again
    [InlineData(1, null, true, false, false)] // a new one of their own
    [InlineData(-1, 1, true, false, false)] // the old one, changed by the person since
    [InlineData(-1, -1, true, true, true)]
    [InlineData(1, null, false, false, false)] // a message without a moment is of now
    [InlineData(1, null, false, true, true)] // a row without one is of before
    public void GivenSomebodyErased_WhenAnApplicationComes_ThenItsMomentDecides(
        int appliedDays, int? changedDays, bool known, bool fromFile, bool stays)
    {
        var read = new ReadApplication(
            new ApplicationAnswers(), At.AddDays(appliedDays), known, changedDays is { } days ? At.AddDays(days) : null, []);

        Assert.Equal(stays, StaysErased.Is(ErasedPersonRule.Of(Somebody, At), read, fromFile));
        Assert.Equal(stays, StaysErased.Is(Somebody with { ErasedAt = At }, read, fromFile)); // who applied again since
        Assert.False(StaysErased.Is(Somebody, read, fromFile));
        Assert.False(StaysErased.Is(null, read, fromFile));
    }

    [Fact]
    public void GivenAnAnsweredSurvey_WhenErased_ThenTheTicksCountAndLeadToNobody()
    {
        var form = AppParts.Of<Form>().Single(form => form.Name == "mid-survey");
        var asked = new Decision
        {
            Request = form.Question("c", "P1", At, "P1") with { Facts = new Dictionary<string, string> { ["partners"] = "Kofi" } },
            Link = new(1, "k1", At, "hash"),
            OpenedAt = At.AddDays(-3),
        };
        var answered = asked with
        {
            Version = 3,
            AnsweredAt = At,
            Answers = new Dictionary<string, IReadOnlyList<string>>
            {
                ["q4"] = ["yes"],
                ["q9"] = ["Best thing ever"],
                ["q11-name"] = ["Wanjiru"],
            },
        };

        var counted = CountedAnswer.Of(answered, form, "nobody")!;

        Assert.Equal(["q4"], counted.Answers!.Keys);
        Assert.Equal(("nobody", "mid-survey-nobody", 0), (counted.SubjectId, counted.DecisionId, counted.Request.Facts.Count));
        Assert.Equal((null, 0), (CountedAnswer.Of(asked, form, "nobody")!.Answers, CountedAnswer.Of(asked, form, "nobody")!.Version));
        Assert.Null(CountedAnswer.Of(answered, AppParts.Of<Form>().Single(other => other.Name == "availability"), "nobody"));
    }

    [Fact]
    public void GivenAMail_WhenUnlinked_ThenItIsAMailOfItsKindAndDayToNobody()
    {
        var mail = new LedgerEntry
        {
            Key = new("c", "prompt", "month-1", "P1"),
            Template = "prompt-1",
            Language = "sw",
            Stream = default,
            Status = MailStatus.Delivered,
            FirstAttemptAt = At,
            ClaimedAt = At,
            ClaimedBy = "process",
            Sender = "sendgrid",
            SentAt = At,
            ProviderId = "provider",
            Events = ["event"],
        };

        var unlinked = LedgerRules.Unlinked(mail, "nobody");

        Assert.Equal(("prompt|erased|nobody", "prompt-1", MailStatus.Delivered), (unlinked.Key.Row, unlinked.Template, unlinked.Status));
        Assert.Equal((null, 0, TimeSpan.Zero), (unlinked.ProviderId, unlinked.Events.Count, unlinked.SentAt!.Value.TimeOfDay));
    }

    [Fact]
    public void GivenAGroupThatWasFormed_WhenAMemberIsGone_ThenThoseWhoAreLeftGoOnIfTheyAreTwo()
    {
        var trio = new Group { CohortId = "c", GroupId = "G001", Members = ["P1", "P2", "P3"], Status = GroupStatus.Proposed };
        var gone = new HashSet<string> { "P1" };

        var pair = GroupBeforeStart.Without(trio, gone, At);

        Assert.Equal(["P2", "P3"], pair.Members);
        Assert.Equal(["P1"], pair.FormerMembers);
        Assert.Equal(GroupStatus.Dissolved, GroupBeforeStart.Without(pair, new HashSet<string> { "P2" }, At).Status);
        Assert.Same(pair, GroupBeforeStart.Without(pair, gone, At));
        Assert.Equal(GroupStatus.Active, GroupBeforeStart.Without(trio with { Status = GroupStatus.Active }, gone, At).Status);
    }
}
