using System.Collections;

namespace Ilnp.Mail.OwnWords;

/// <summary>A mail to a participant with values of somebody invented: what a template is tried with.</summary>
/// <param name="Template">The mail's name.</param>
/// <param name="ToSeveral">Whether all partners get it together.</param>
/// <param name="Model">What its step gives, in a language.</param>
public sealed record MailSample(string Template, bool ToSeveral, Func<string, IReadOnlyDictionary<string, object?>> Model);

/// <summary>The samples that the rooms brought.</summary>
public sealed class MailSamples(IEnumerable<MailSample> samples)
{
    /// <summary>Where samples are shown and tried: no person and no mail has such a key.</summary>
    const string Step = "preview";

    readonly ILookup<string, MailSample> byTemplate = samples.ToLookup(sample => sample.Template);

    /// <summary>One for each way that the mail can take; none for a mail that the committee gets.</summary>
    public IReadOnlyList<MailSample> Of(string template) => [.. byTemplate[template]];

    /// <summary>A sample as a mail to two invented people.</summary>
    public static MailMessage Message(MailSample sample, string cohortId, string language) => new()
    {
        Key = new(cohortId, Step, sample.Template, "P1"),
        Template = sample.Template,
        Language = language,
        To = new("Amina Diallo", "amina@library.example"),
        Others = sample.ToSeveral ? [new("Tomás Rojas", "tomas@library.example")] : [],
        ReplyTo = new("Ada Tester", "ada@committee.example"),
        Model = sample.Model(language),
    };

    /// <summary>A value as somebody reads it in a list of placeholders.</summary>
    public static string Words(object? value) => value switch
    {
        null => "",
        bool isSo => isSo ? "yes" : "no",
        Uri link => link.AbsoluteUri,
        string text => text,
        IEnumerable<KeyValuePair<string, object?>> inner => string.Join(", ", inner.Select(pair => $"{pair.Key}: {Words(pair.Value)}")),
        IEnumerable list => string.Join("; ", list.Cast<object?>().Take(1).Select(Words)),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
