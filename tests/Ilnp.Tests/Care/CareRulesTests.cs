using Ilnp.Care;

namespace Ilnp.Tests.Care;

public sealed class CareRulesTests
{
    [Theory]
    [InlineData("", CareFinding.Well, null)]
    [InlineData("a:heard b:heard", CareFinding.Well, null)]
    [InlineData("a:heard", CareFinding.Well, null)]
    [InlineData("a:not-yet", CareFinding.Silent, "b")]
    [InlineData("a:not-yet b:not-yet", CareFinding.Well, null)]
    [InlineData("b:not-yet", CareFinding.Silent, "a")]
    [InlineData("a:not-yet b:heard", CareFinding.Well, null)]
    [InlineData("a:not-yet b:leave", CareFinding.Leaves, "b")]
    [InlineData("a:trouble", CareFinding.Trouble, "a")]
    [InlineData("a:trouble b:leave", CareFinding.Leaves, "b")]
    public void GivenAnswersOfAPair_WhenJudged_ThenOnlyWhoIsMissedAndMuteIsSilent(string answers, CareFinding finding, string? person)
    {
        var byMember = answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(answer => answer.Split(':')).ToDictionary(part => part[0], part => part[1]);

        Assert.Equal(new CareVerdict(finding, person), CareRules.Judge(["a", "b"], byMember));
    }
}
