using System.Globalization;

namespace Ilnp.Mail.Holds;

/// <summary>Names of the mails to many that are not those of a form; of what a lead holds, and of its page.</summary>
public static class MailingNames
{
    public const string NotChosen = "not-chosen", Introduction = "introduction", Certificate = "certificate", Report = "report";

    /// <param name="month">From 1.</param>
    public static string Prompt(int month) => string.Create(CultureInfo.InvariantCulture, $"prompt-{month}");
}
