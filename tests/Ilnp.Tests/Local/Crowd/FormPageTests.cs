using AngleSharp.Html.Parser;
using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.Tests.Local.Crowd;

public sealed class FormPageTests
{
    const string Page = """
        <form method="get" action="/search"><input name="q"></form>
        <form method="post">
          <input type="hidden" name="version" value="3">
          <input type="radio" name="choice" value="yes"><input type="radio" name="choice" value="no">
          <input type="checkbox" name="q6" value="email"><input type="checkbox" name="q6" value="video">
          <select name="tool"><option value="phone">Phone</option></select>
          <textarea name="note"></textarea>
          <button>Send</button>
        </form>
        """;

    [Fact]
    public void GivenAPage_WhenFilled_ThenHiddenFieldsAndAnswersAreSent()
    {
        var fields = Fill(("choice", ["yes"]), ("q6", ["email", "video"]), ("tool", ["phone"]), ("note", ["all\nwell"]));
        Assert.Equal(
            ["version=3", "choice=yes", "q6=email", "q6=video", "tool=phone", "note=all\nwell"],
            fields!.Select(field => $"{field.Key}={field.Value}"));
    }

    [Fact]
    public void GivenAnAnswerThatIsNotOffered_WhenFilled_ThenNothingIsSent() => Assert.Null(Fill(("choice", ["perhaps"])));

    [Fact]
    public void GivenAQuestionThatIsNotAsked_WhenFilled_ThenNothingIsSent() => Assert.Null(Fill(("name", ["Zoë"])));

    [Fact]
    public void GivenAPageWithoutAPostForm_WhenLookedAt_ThenThereIsNoForm() =>
        Assert.Null(FormPage.Find(new HtmlParser().ParseDocument("<form method=get></form><p>Closed.</p>")));

    static IReadOnlyList<KeyValuePair<string, string>>? Fill(params (string Question, string[] Values)[] answers) => FormPage.Fill(
        FormPage.Find(new HtmlParser().ParseDocument(Page))!,
        answers.ToDictionary(answer => answer.Question, answer => (IReadOnlyList<string>)answer.Values));
}
