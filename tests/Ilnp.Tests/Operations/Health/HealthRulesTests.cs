using Ilnp.Operations.Health;

namespace Ilnp.Tests.Operations.Health;

public sealed class HealthRulesTests
{
    static readonly DateTimeOffset Now = new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true, "The clock is right.")]
    [InlineData(5, true, "The clock is right.")]
    [InlineData(-5, true, "The clock is right.")]
    [InlineData(6, false, "The clock is 6 minutes ahead of storage's.")]
    [InlineData(-90, false, "The clock is 90 minutes behind storage's.")]
    public void GivenTwoClocks_WhenTheyDiffer_ThenFiveMinutesAreAllowed(int minutesAhead, bool isWell, string says) =>
        Assert.Equal(new("clock", isWell, says), HealthRules.Clock(Now, Now.AddMinutes(minutesAhead)));

    [Fact]
    public void GivenStorageThatDoesNotAnswer_WhenTheAppIsAsked_ThenOnlyThatIsNamed()
    {
        var reading = new HealthReading(
            [HealthRules.Storage(false), HealthRules.TaskHub(true), HealthRules.Mail("smtp"), HealthRules.Clock(null, Now)]);

        Assert.False(reading.IsWell);
        Assert.Equal("The app is not ready: Storage does not answer.", reading.Says);
    }

    [Fact]
    public void GivenNothingThatFails_WhenTheAppIsAsked_ThenItIsReady() =>
        Assert.Equal("The app is ready.", new HealthReading([HealthRules.Storage(true), HealthRules.Mail("graph")]).Says);

    [Fact]
    public void GivenWrongSettingsOfMail_WhenTheAppIsAsked_ThenTheyAreNamed() =>
        Assert.Equal(new("mail", false, "The settings of mail are wrong."), HealthRules.Mail(null));
}
