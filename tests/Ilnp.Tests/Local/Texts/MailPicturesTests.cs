using Ilnp.Local.Texts;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Local.Texts;

/// <summary>Whoever reviews a mail's words sees the mail.</summary>
public sealed class MailPicturesTests
{
    [Fact]
    public void GivenEachMailToParticipants_WhenItIsReviewed_ThenItIsShownInTheLanguage()
    {
        foreach (var (name, room) in Ilnp.Tests.Mail.MailParts.Templates.ForParticipants)
            foreach (var language in AppTexts.Shelf.Languages)
            {
                var picture = MailPictures.Of($"{room}/Mails/{name}.{language}.md", language);
                Assert.Contains($"lang=\"{language}\"", picture, StringComparison.Ordinal);
            }
    }

    [Theory]
    [InlineData("Mail/Mails/frame.ar.md")]
    [InlineData("Own/Texts/ar.json")]
    [InlineData("Prompts/Library/ar.json")]
    public void GivenWhatIsNoMail_WhenItIsReviewed_ThenThereIsNone(string file) => Assert.Null(MailPictures.Of(file, "ar"));

    [Fact]
    public void GivenASheet_WhenItIsRead_ThenTheMailStandsBelowItsPartsAndCanDoNothing()
    {
        var page = ReviewPage.Of("ar", [new("Care/Mails/pulse.ar.md", "subject", "How is it going?", "كيف الحال؟", false)], new("nowhere"));

        Assert.Contains("<iframe sandbox", page, StringComparison.Ordinal);
        Assert.Contains("dir=&quot;rtl&quot;", page, StringComparison.Ordinal);
    }
}
