using System.Text.RegularExpressions;
using Ilnp.Local.Running;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;

namespace Ilnp.Local.Texts;

/// <summary>Mails as they arrive at somebody invented, for whoever reads their words and wants to see where these stand.</summary>
static partial class MailPictures
{
    static readonly MailTemplates Templates = new(AppParts.Of<MailFolder>());
    static readonly MailRenderer Renderer = new(Templates);
    static readonly MailSamples Samples = new(AppParts.Of<MailSample>());

    static readonly CohortSettings Cohort =
        AppParts.SettingsFile.Parse(File.ReadAllText(ProjectFolder.Sample("cohort-2020.json"))).Settings!;

    /// <summary>A whole page; null for what is no mail, and for the frame around all of them.</summary>
    /// <param name="file">As in <see cref="Wording.File"/>.</param>
    /// <param name="language">Of the words.</param>
    public static string? Of(string file, string language)
    {
        if (Mail.Match(file) is not { Success: true } mail || Samples.Of(mail.Groups["name"].Value) is not [var sample, ..]) return null;
        return Renderer.Render(MailSamples.Message(sample, Cohort.Id, language), Cohort).Html;
    }

    [GeneratedRegex(@"/Mails/(?<name>[a-z-]+)\.[a-z]{2}\.md$")]
    private static partial Regex Mail { get; }
}
