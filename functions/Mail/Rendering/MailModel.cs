using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Mail.Rendering;

/// <summary>Everything that a template can name: what every mail has, the cohort's own words, and what the step gives.</summary>
static class MailModel
{
    /// <summary>Later ones win: the committee's words over the defaults, the step's over the committee's.</summary>
    /// <param name="message">Has the step's.</param>
    /// <param name="cohort">Has the committee's.</param>
    /// <param name="language">Of the template.</param>
    public static Dictionary<string, object?> Of(MailMessage message, CohortSettings cohort, string language)
    {
        var model = new Dictionary<string, object?>
        {
            ["organiser"] = cohort.NameIn(language),
            ["website"] = "",
        };
        foreach (var (name, text) in cohort.TextsIn(language)) model[name] = text;
        model["name"] = Locale.Of(language).List([.. Names(message)]);
        model["programme"] = cohort.NameIn(language);
        foreach (var (name, value) in message.Model) model[name] = value;
        model["contact"] = Contact(message, Locale.Of(language)) ?? model["organiser"];
        return model;
    }

    static IEnumerable<string> Names(MailMessage message) => message.Others.Prepend(message.To).Select(party => party.Name);

    /// <summary>Who reads an answer: of a mail to several, all of them.</summary>
    static string? Contact(MailMessage message, Locale locale) => message.Others.Count == 0
        ? message.ReplyTo?.Name
        : locale.List([.. message.ReplyTo is { } answers ? Names(message).Append(answers.Name) : Names(message)]);
}
