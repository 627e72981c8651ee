using System.Security.Cryptography;
using System.Text;
using Ilnp.Mail.Rendering;

namespace Ilnp.Mail.OwnWords;

/// <summary>The words of a mail in one language, as its template file has them: three lines of the head, and the body.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Preheader">What a list of mails shows after the subject; may be empty.</param>
/// <param name="Why">Why the recipient gets it.</param>
/// <param name="Body">Markdown.</param>
public sealed record MailWords(string Subject, string Preheader, string Why, string Body)
{
    /// <summary>Names of the parts, in the template's head and on the page.</summary>
    public const string SubjectName = "subject", PreheaderName = "preheader", WhyName = "why", BodyName = "body";

    /// <summary>Tells by itself whether two are the same.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Parts.Select(part => part.Text)))))[..16];

    /// <summary>Each part by its name.</summary>
    public IReadOnlyList<(string Name, string Text)> Parts =>
        [(SubjectName, Subject), (PreheaderName, Preheader), (WhyName, Why), (BodyName, Body)];

    /// <summary>As typed into a form, with the line ends of a file.</summary>
    public static MailWords Typed(Func<string, string> part) =>
        new(part(SubjectName).Trim(), part(PreheaderName).Trim(), part(WhyName).Trim(), part(BodyName).ReplaceLineEndings("\n").Trim('\n'));

    internal static MailWords Of(MailTemplate template) => new(
        template.HeadText(SubjectName) ?? "", template.HeadText(PreheaderName) ?? "", template.HeadText(WhyName) ?? "", template.BodyText);

    /// <exception cref="MailTemplateException">A part cannot be read.</exception>
    internal MailTemplate Template(string id, string language)
    {
        var head = Parts.Where(part => part.Name != BodyName && part.Text.Length > 0).Select(part => $"{part.Name}: {part.Text}\n");
        return MailTemplate.Parse(id, language, $"---\n{string.Concat(head)}---\n{Body}\n");
    }
}
