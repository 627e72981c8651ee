using Ilnp.Mail;

namespace Ilnp.Tests.Mail;

public sealed class MailKeyTests
{
    [Fact]
    public void GivenAKey_WhenMadeARow_ThenAStepsMailsShareTheBeginning() =>
        Assert.Equal("prompt|2|P1A2B3", new MailKey("spring", "prompt", "2", "P1A2B3").Row);

    [Fact]
    public void GivenTwoKeys_WhenHashed_ThenOnlyTheSameKeyHasTheSameHash()
    {
        var key = new MailKey("spring", "prompt", "2", "P1");
        Assert.Matches("^[0-9a-f]{32}$", key.Hash);
        Assert.Equal(key.Hash, (key with { }).Hash);
        Assert.NotEqual(key.Hash, (key with { CohortId = "autumn" }).Hash);
        Assert.NotEqual(key.Hash, (key with { Occurrence = "3" }).Hash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a|b")]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("a\nb")]
    public void GivenAPartThatATableCannotKeep_WhenMadeARow_ThenItIsAnError(string part) =>
        Assert.Throws<ArgumentException>(() => new MailKey("spring", "prompt", part, "P1").Row);
}
