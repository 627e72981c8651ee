using Ilnp.Programme;

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
        model["name"] = message.To.Name;
        model["programme"] = cohort.NameIn(language);
        foreach (var (name, value) in message.Model) model[name] = value;
        model["contact"] = message.ReplyTo?.Name ?? model["organiser"];
        return model;
    }
}
