using System.Globalization;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Programme;

namespace Ilnp.Tests.Local.Crowd;

public sealed class CorrespondenceTests
{
    const string Lead = "lead@committee.example.org";
    static readonly DateTimeOffset Introduced = new(2020, 5, 4, 14, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Later = Introduced.AddDays(7);

    static readonly CohortSettings Settings = new()
    {
        Id = "test",
        Name = "Test",
        TimeZone = "UTC",
        CapacityPairs = 20,
        Dates = new()
        {
            Announce = new(2020, 3, 2),
            ApplicationsClose = new(2020, 3, 31),
            AskAvailability = new(2020, 4, 10),
            AvailabilityCloses = new(2020, 4, 24),
            Introduce = new(2020, 5, 4),
            MidSurvey = new(2020, 7, 1),
        },
        Committee = [new() { Id = "lead", Name = "Lead", Email = Lead, Roles = [CommitteeRole.Lead] }],
    };

    static Correspondence New(Behaviour? behaviour = null) => new(Settings, behaviour ?? new Behaviour(), new Draw(2020));

    [Fact]
    public void GivenAMailboxReadTwice_WhenPlansAreMade_ThenTheyAreTheSame()
    {
        static List<string> Plans() => [.. Mailbox().SelectMany(New().Read).Select(reply => $"{reply.At:O} {reply.Who} {reply.Link}")];
        var plans = Plans();
        Assert.Equal(plans, Plans());
        Assert.NotEmpty(plans);
    }

    [Fact]
    public void GivenAFormMailedTwice_WhenRead_ThenItIsAnsweredOnce()
    {
        var correspondence = New();
        Letter Inquiry(string template, DateTimeOffset at) => Letters.Of(template, 1, at, link: "same");
        Assert.NotEmpty(correspondence.Read([Inquiry("availability", Letters.Morning)]));
        Assert.Empty(correspondence.Read([Inquiry("availability-reminder", Letters.Morning.AddDays(7))]));
        Assert.Empty(correspondence.Read([Inquiry("availability", Letters.Morning.AddDays(8))]));
    }

    [Fact]
    public void GivenAReminderThatIsReadFirst_WhenTheMailItIsOfIsRead_ThenThatIsAnsweredAllTheSame()
    {
        var correspondence = New();
        Letter Inquiry(string template, DateTimeOffset at) => Letters.Of(template, 1, at, link: "same");
        Assert.Empty(correspondence.Read([Inquiry("still-open", Letters.Morning.AddHours(2))]));
        Assert.NotEmpty(correspondence.Read([Inquiry("availability", Letters.Morning)]));
    }

    [Fact]
    public void GivenASilentPartner_WhenThePulseComes_ThenOnlyTheOneWhoWaitsAnswers()
    {
        var correspondence = New(new Behaviour { SilentPartners = 1, Leavers = 0 });
        correspondence.Read(Introductions(0));
        var replies = correspondence.Read(Letters.To(2, "pulse", Later));
        Assert.Equal("not-yet", Assert.Single(replies).Answer("choice"));
        var silent = Letters.Address(replies[0].Who == Letters.Address(0) ? 1 : 0);
        Assert.Empty(correspondence.Read([Letters.Of("nudge", silent, Later.AddDays(7))]));
    }

    [Fact]
    public void GivenAnotherPartnerAfterASilentOne_WhenThePulseComes_ThenAllIsWell()
    {
        var correspondence = New(new Behaviour { SilentPartners = 1, Leavers = 0, Unhappy = 0, Troubled = 0, Pausing = 0, Pulses = 1 });
        correspondence.Read(Introductions(0));
        var waiting = correspondence.Read(Letters.To(2, "pulse", Later))[0].Who;
        correspondence.Read(
            [Letters.Of("rematch-introduction", waiting, Later.AddDays(9), text: $"Your partner: {Letters.Address(9)}, liaison: {Lead}")]);
        var reply = Assert.Single(correspondence.Read([Letters.Of("pulse", waiting, Later.AddDays(14))]));
        Assert.Equal("heard", reply.Answer("choice"));
    }

    [Fact]
    public void GivenSomebodyWhoLeaves_WhenPulsesCome_ThenTheyLeaveOnce()
    {
        var correspondence = New(new Behaviour { SilentPartners = 0, Leavers = 1, Unhappy = 0, Troubled = 0, Pausing = 0 });
        correspondence.Read(Introductions(0));
        var choices = Enumerable.Range(0, 5).SelectMany(round => correspondence.Read(Letters.To(2, "pulse", Later.AddDays(14 * round))))
            .Select(reply => reply.Answer("choice"));
        Assert.Single(choices, choice => choice == "leave");
    }

    [Theory]
    [InlineData("match-approval", "approve")]
    [InlineData("intake-review", "same")]
    [InlineData("liaison-silence", "part")]
    [InlineData("liaison-quiet", "well")]
    public void GivenACommitteeMail_WhenRead_ThenItIsDecidedWithinADayAndAQuarter(string template, string choice)
    {
        var reply = Assert.Single(New().Read([Letters.Of(template, Lead)]));
        Assert.Equal(choice, reply.Answer("choice"));
        Assert.InRange(reply.At - Letters.Morning, TimeSpan.FromHours(2), TimeSpan.FromHours(30));
    }

    [Fact]
    public void GivenSeveralProposals_WhenTheReviewIsRead_ThenEachIsDecided()
    {
        var letter = Letters.Of("intake-review", Lead) with
        {
            Links = [.. Enumerable.Range(0, 3).Select(number => new Uri($"http://localhost/d/{number}"))],
        };
        var replies = New().Read([letter]);
        Assert.Equal(letter.Links, replies.Select(reply => reply.Link));
    }

    [Fact]
    public void GivenAMailWithoutAForm_WhenRead_ThenNobodyAnswers() =>
        Assert.Empty(New().Read([Letters.Of("prompt-1", 1) with { Links = [new("http://localhost/report")] }]));

    static IReadOnlyList<Letter>[] Mailbox() =>
    [
        Letters.To(60, "availability"),
        [.. Enumerable.Range(0, 20).SelectMany(Introductions)],
        Letters.To(40, "pulse", Later),
        Letters.To(40, "mid-survey", Later.AddDays(40)),
    ];

    static IReadOnlyList<Letter> Introductions(int pair) =>
    [
        Letters.Of("introduction", 2 * pair, Introduced, Partner(2 * pair + 1)),
        Letters.Of("introduction", 2 * pair + 1, Introduced, Partner(2 * pair)),
    ];

    static string Partner(int person) =>
        string.Create(CultureInfo.InvariantCulture, $"Write to your partner at {Letters.Address(person)}. Your liaison is {Lead}.");
}
