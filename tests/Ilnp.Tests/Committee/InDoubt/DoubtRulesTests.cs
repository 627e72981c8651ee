using Ilnp.Approvals;
using Ilnp.Committee.InDoubt;
using Ilnp.Mail;
using Ilnp.Mail.Doubt;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.InDoubt;

/// <summary>When a mail in doubt may be sent again.</summary>
public sealed class DoubtRulesTests
{
    static readonly DateTimeOffset Written = new(2020, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", null)]
    [InlineData("unkept", "doubt.not.kept")]
    [InlineData("days:14", null)]
    [InlineData("days:15", "doubt.not.old")]
    [InlineData("gone", "doubt.not.gone")]
    [InlineData("gone-then gone", null)]
    [InlineData("circle:G001 P1 P3 ben", "doubt.not.group")]
    [InlineData("address:new@example.org", "doubt.not.address")]
    [InlineData("elsewhere address:new@example.org", null)]
    [InlineData("cc:ben@example.org", null)]
    [InlineData("cc:old@example.org", "doubt.not.address")]
    [InlineData("answered:1", "doubt.not.answered")]
    [InlineData("answered:-1", null)]
    [InlineData("closes:2", "doubt.not.over")]
    [InlineData("expires:2", "doubt.not.over")]
    [InlineData("settled", "doubt.not.over")]
    public void GivenWhatHasChangedSince_WhenLookedAt_ThenItIsSaidWhyNot(string since, string? why)
    {
        var facts = Parts(since);
        string? Of(string name) =>
            facts.FirstOrDefault(fact => fact == name || fact.StartsWith($"{name}:", StringComparison.Ordinal)) is { } fact
                ? fact[(fact.IndexOf(':') + 1)..]
                : null;
        double Number(string name, double otherwise) => Of(name) is { } text ? double.Parse(text, null) : otherwise;

        var mail = Of("unkept") is not null
            ? null
            : Mail() with
            {
                IsElsewhere = Of("elsewhere") is not null,
                Cc = Of("cc") is { } copy ? new("Ben", copy) : null,
                Place = new(Of("gone-then") is not null, "G001 P1 P2 ben"),
            };
        var asked = Asked(Number("closes", 30)) with
        {
            AnsweredAt = Of("answered") is null ? null : Written.AddDays(Number("answered", 0)),
        };
        var known = new DoubtFacts(
            new(Of("gone") is not null, Of("circle") ?? "G001 P1 P2 ben"),
            new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Of("address") ?? "ANA@example.org", "ben@example.org" },
            [asked],
            [Written.AddDays(Number("expires", 60))], Of("settled") is not null);

        Assert.Equal(why, DoubtRules.WhyNot(mail is null ? null : KeptHead.Of(mail), known, Written.AddDays(Number("days", 3))));
    }

    [Fact]
    public void GivenAPersonWithoutAGroupThen_WhenTheyCameIntoOne_ThenTheMailMayGo() =>
        Assert.Null(
            DoubtRules.WhyNot(
                KeptHead.Of(Mail() with { Place = new(false, "") }),
                new(new(false, "G001 P1 P2 ben"), new HashSet<string> { "ana@example.org" }, [], [], false),
                Written.AddDays(3)));

    [Fact]
    public void GivenLinks_WhenTokensAreLookedFor_ThenOnlyOursCount() =>
        Assert.Equal(["k1.abc", "x"], DoubtRules.Tokens(KeptHead.Of(Mail()), new("https://ilnp.example.org/")));

    [Theory]
    [InlineData(Standing.Active, false)]
    [InlineData(Standing.Resting, false)]
    [InlineData(Standing.Left, true)]
    [InlineData(Standing.Declined, true)]
    public void GivenAPerson_WhenTheyHaveLeft_ThenTheyAreGone(Standing standing, bool gone) =>
        Assert.Equal(gone, MailPlace.Of(SampleCohort.Person("c", "P1", "Ana", "BR", standing), null).IsGone);

    static IReadOnlyList<string> Parts(string since) => since.StartsWith("circle:", StringComparison.Ordinal) ? [since] : since.Split(' ');

    static Decision Asked(double closesIn) => new()
    {
        Request = new() { CohortId = "c", DecisionId = "pulse-P1", Form = "pulse", SubjectId = "P1", ClosesAt = Written.AddDays(closesIn) },
        Link = new(1, "k1", Written, ""),
        OpenedAt = Written,
    };

    static KeptMail Mail() => new()
    {
        Key = new("c", "pulse", "1", "P1"),
        Template = "pulse",
        Stream = MailStream.Pulses,
        From = new("ILNP", "programme@example.org"),
        To = [new(new("Ana", "ana@example.org"), "k")],
        Subject = "How is it going?",
        Html = "<a href=\"https://ilnp.example.org/d/k1.abc\">a</a><a href=\"https://elsewhere.example/d/k1.def\">b</a>"
            + "<a href=\"https://ilnp.example.org/d/x?a=1&amp;b=2\">c</a>",
        Text = "",
        Language = "en",
        WrittenAt = Written,
        Place = new(false, "G001 P1 P2 ben"),
    };
}
