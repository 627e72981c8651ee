using Ilnp.Approvals;

namespace Ilnp.Tests.Approvals;

public sealed class DecisionRulesTests
{
    static readonly DateTimeOffset Issued = new(2020, 4, 13, 14, 0, 30, TimeSpan.Zero);

    [Theory]
    [InlineData(12, 42)]
    [InlineData(120, 150)]
    [InlineData(180, 200)]
    [InlineData(-20, 10)]
    [InlineData(-40, 7)]
    public void GivenDaysUntilClosing_WhenALinkIsIssued_ThenItLivesAMonthLongerWithinLimits(int closesInDays, int expiresInDays)
    {
        var expiry = DecisionRules.LinkExpiry(Issued, Issued.AddDays(closesInDays), new());
        Assert.InRange(expiry - Issued.AddDays(expiresInDays), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(0, expiry.Ticks % TimeSpan.TicksPerMinute);
    }

    [Fact]
    public void GivenSeveralMistakesInTheSettings_WhenChecked_ThenAllAreNamedAtOnce()
    {
        var problems = new ApprovalsOptionsCheck().Validate(null, new()
        {
            SigningKeys = new() { ["K 1"] = Convert.ToBase64String(new byte[32]), ["k2"] = "short" },
            CurrentKey = "k3",
            GraceDays = -1,
            LinkDays = 0,
        }).Failures!.ToList();
        Assert.Equal(5, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("'k3'", StringComparison.Ordinal));
    }
}
