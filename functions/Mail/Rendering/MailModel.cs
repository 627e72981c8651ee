using Ilnp.Programme;

namespace Ilnp.Mail.Rendering;

/// <summary>Everything that a template can name: what every mail has, the cohort's own words, and what the step gives.</summary>
static class MailModel
{
    /// <summary>Later ones win: the committee's words over the defaults, the step's over the committee's.</summary>
    public static Dictionary<string, object?> Of(MailMessage message, CohortSettings cohort)
    {
        var model = new Dictionary<string, object?>
        {
            ["organiser"] = cohort.Name,
            ["website"] = "",
        };
        foreach (var (name, text) in cohort.Texts) model[name] = text;
        model["name"] = string.Join(", ", Names(message));
        model["programme"] = cohort.Name;
        foreach (var (name, value) in message.Model) model[name] = value;
        model["contact"] = Contact(message) ?? model["organiser"];
        return model;
    }

    static IEnumerable<string> Names(MailMessage message) => message.Others.Prepend(message.To).Select(party => party.Name);

    /// <summary>Who reads an answer: of a mail to several, all of them.</summary>
    static string? Contact(MailMessage message) => message.Others.Count == 0
        ? message.ReplyTo?.Name
        : string.Join(", ", message.ReplyTo is { } answers ? Names(message).Append(answers.Name) : Names(message));
}
