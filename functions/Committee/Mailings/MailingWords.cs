using Ilnp.Texts;

namespace Ilnp.Committee.Mailings;

/// <summary>Mailings as the committee speaks of them.</summary>
static class MailingWords
{
    /// <summary>Name of the mail, and its month where it has one.</summary>
    public static string Name(PageTexts texts, Mailing mailing) => mailing.Month == 0
        ? MailNames.Of(texts, mailing.Template)
        : texts.Plain("mailing.month", new Dictionary<string, string>
        {
            ["mail"] = MailNames.Of(texts, mailing.Template),
            ["month"] = $"{mailing.Month}",
        });
}
