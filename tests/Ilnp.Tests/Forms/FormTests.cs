using Ilnp.Forms;

namespace Ilnp.Tests.Forms;

public sealed class FormTests
{
    static readonly Form Form = new(
        "test",
        new ChoiceQuestion("choice", "yes", "no"),
        new ChoiceQuestion("tools", "mail", "video") { Several = true, Required = false },
        new TextQuestion("note", 10) { Required = false },
        new EmailQuestion("email") { Required = false },
        new NumberQuestion("years", 0, 70) { Required = false },
        new ScaleQuestion("scale", 1, 5) { Required = false },
        new RankedQuestion("topics", 2) { Options = ["archives", "metadata"], Required = false },
        new RankedQuestion("words", 2) { Required = false })
    { Decides = "choice" };

    [Theory]
    [InlineData("choice", "yes")]
    [InlineData("tools", "mail", "video")]
    [InlineData("note", "0123456789")]
    [InlineData("note", "عبد الله")]
    [InlineData("email", "zoë@bibliothèque.example")]
    [InlineData("email", "a.b+tag@library.example.org")]
    [InlineData("years", "0")]
    [InlineData("years", "70")]
    [InlineData("scale", "5")]
    [InlineData("topics", "metadata", "archives")]
    [InlineData("words", "Quechua", "Español")]
    public void GivenAnAnswerThatFits_WhenRead_ThenItIsKeptInItsOrder(string question, params string[] values)
    {
        var reading = Read(question, values);
        Assert.True(reading.IsValid);
        Assert.Equal(values, reading.Answers[question]);
    }

    [Theory]
    [InlineData("error.missing-choice", "choice")]
    [InlineData("error.missing-choice", "choice", " ")]
    [InlineData("error.unknown-option", "choice", "maybe")]
    [InlineData("error.unknown-option", "choice", "Yes")]
    [InlineData("error.unknown-option", "choice", "yes", "no")]
    [InlineData("error.unknown-option", "choice", "<script>")]
    [InlineData("error.unknown-option", "tools", "mail", "fax")]
    [InlineData("error.too-long", "note", "01234567890")]
    [InlineData("error.several", "note", "one", "two")]
    [InlineData("error.email", "email", "nobody")]
    [InlineData("error.email", "email", "a@b")]
    [InlineData("error.email", "email", "Name <a@b.example>")]
    [InlineData("error.email", "email", "a@b.example, c@d.example")]
    [InlineData("error.number", "years", "-1")]
    [InlineData("error.number", "years", "71")]
    [InlineData("error.number", "years", "1e3")]
    [InlineData("error.number", "years", "99999999999")]
    [InlineData("error.unknown-option", "scale", "0")]
    [InlineData("error.unknown-option", "scale", "6")]
    [InlineData("error.unknown-option", "topics", "cooking")]
    [InlineData("error.several", "words", "a", "b", "c")]
    public void GivenAnAnswerThatDoesNotFit_WhenRead_ThenTheErrorSaysWhy(string error, string question, params string[] values)
    {
        var reading = Read(question, values);
        Assert.False(reading.IsValid);
        Assert.Equal(error, reading.Errors[question].TextKey);
    }

    [Fact]
    public void GivenFieldsThatNoQuestionHas_WhenRead_ThenTheyAreIgnored()
    {
        var reading = Form.Read(
            new Dictionary<string, IReadOnlyList<string>> { ["choice"] = ["no"], ["admin"] = ["true"], ["Choice"] = ["yes"] });
        Assert.Equal(["choice"], reading.Answers.Keys);
        Assert.Equal("no", Form.ChoiceOf(reading.Answers));
    }

    [Fact]
    public void GivenControlCharactersAndBlanks_WhenRead_ThenTheyAreRemovedAndLineBreaksStay()
    {
        var reading = Read("note", "  a\u0000\u001b\r\nb\u202e ");
        Assert.Equal(["a\nb\u202e"], reading.Answers["note"]);
    }

    [Fact]
    public void GivenTheSameTopicTwice_WhenRead_ThenItCountsOnceAtItsFirstPlace() =>
        Assert.Equal(["metadata"], Read("topics", "metadata", "metadata", "").Answers["topics"]);

    static FormReading Read(string question, params string[] values)
    {
        var posted = new Dictionary<string, IReadOnlyList<string>> { ["choice"] = ["yes"] };
        posted[question] = values;
        return Form.Read(posted);
    }
}
