using Ilnp.Mail;
using Ilnp.Mail.OwnWords;

namespace Ilnp.Committee.Mailings;

/// <summary>What each link of a mail does, in the committee's words.</summary>
static class MailingLinks
{
    /// <summary>Texts, in the order of the mail; those of its frame last.</summary>
    /// <param name="sample">The mail as somebody invented gets it.</param>
    /// <param name="stream">Of its list.</param>
    /// <param name="isMultilingual">Whether the cohort offers more than one language.</param>
    public static IReadOnlyList<string> Of(MailSample sample, MailStream stream, bool isMultilingual) =>
    [
        .. Own(sample).Select(name => $"mailing.link.{sample.Template}.{name}"),
        .. sample.ToSeveral ? [] : new[] { "mailing.link.own-page" },
        .. isMultilingual && !sample.ToSeveral ? new[] { "mailing.link.language" } : [],
        .. stream == MailStream.Essential ? [] : new[] { "mailing.link.unsubscribe" },
    ];

    /// <summary>Names of its own links, and of lists of such.</summary>
    internal static IEnumerable<string> Own(MailSample sample) =>
        sample.Model("en").Where(value => value.Value is Uri || HasLinks(value.Value)).Select(value => value.Key);

    static bool HasLinks(object? value) => value is IEnumerable<object> list
        && list.OfType<IEnumerable<KeyValuePair<string, object?>>>().Any(item => item.Any(field => field.Value is Uri));
}
