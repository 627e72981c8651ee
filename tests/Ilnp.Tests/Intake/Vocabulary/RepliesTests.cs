using Ilnp.Intake.Vocabulary;

namespace Ilnp.Tests.Intake.Vocabulary;

public sealed class RepliesTests
{
    [Theory]
    [InlineData("Yes", true)]
    [InlineData("yes, I can", true)]
    [InlineData("Sí", true)]
    [InlineData("はい", true)]
    [InlineData("да", true)]
    [InlineData("نعم", true)]
    [InlineData("true", true)]
    [InlineData("No problem!", true)]
    [InlineData("No", false)]
    [InlineData("não", false)]
    [InlineData("нет", false)]
    [InlineData("No, not at present", false)]
    [InlineData("لا", false)]
    [InlineData("Maybe", null)]
    [InlineData("not sure", null)]
    [InlineData("", null)]
    public void GivenAnAnswer_WhenRead_ThenItIsYesOrNoOrNeither(string text, bool? reply) => Assert.Equal(reply, Replies.Find(text));
}
