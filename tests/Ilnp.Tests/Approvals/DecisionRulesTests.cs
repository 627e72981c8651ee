using System.ComponentModel.DataAnnotations;
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
        var wrong = new ApprovalsOptions { GraceDays = -1, LinkDays = 0 };
        List<ValidationResult> problems = [];
        Validator.TryValidateObject(wrong, new(wrong), problems, validateAllProperties: true);
        Assert.Equal(
            ["Approvals:GraceDays is negative.", "Approvals:LinkDays is less than one day."],
            problems.Select(problem => problem.ErrorMessage));
    }
}
