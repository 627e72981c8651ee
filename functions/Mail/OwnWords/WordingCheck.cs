using System.Text;
using System.Text.RegularExpressions;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Mail.OwnWords;

/// <summary>
/// Whether a mail can be sent in a committee's own words: read first, for mistakes that have a line and a name, then written for each
/// sample beside the original, so that nobody misses a link or a day that the original has.
/// </summary>
public sealed partial class WordingCheck(MailTemplates templates, MailRenderer renderer, MailSamples samples)
{
    public const int LargestBytes = 20_000;

    /// <summary>RFC 5322: a header line should have no more.</summary>
    public const int LongestSubject = 78;

    /// <summary>Mail programs cut longer mails off.</summary>
    const int LargestMail = 100_000;

    /// <summary>None for words that can be sent.</summary>
    public IReadOnlyList<WordingMistake> Of(CohortSettings cohort, string template, string language, MailWords words)
    {
        if (!Has(template, language)) return [new("wording.mistake.gone", MailWords.BodyName, 0, template)];
        if (Sizes(words).ToList() is { Count: > 0 } sizes) return sizes;
        var original = MailWords.Of(templates.Get(template, language));
        var mistakes = Read(cohort, template, language, words, original);
        return mistakes.Count > 0 ? mistakes : [.. Written(cohort, template, language, words).Distinct()];
    }

    /// <summary>What may be right, and is worth a look: most letters are not the language's.</summary>
    public static IEnumerable<WordingMistake> Warnings(string language, MailWords words)
    {
        var letters = Letter.Matches(Machinery.Replace(words.Body, ""));
        var script = new Regex(LanguageScript.Of(language) ?? "[A-Za-z\u00C0-\u024F]");
        if (letters.Count(letter => script.IsMatch(letter.Value)) * 2 < letters.Count)
            yield return new("wording.mistake.script", MailWords.BodyName, 0, Locale.Of(language).OwnName);
    }

    /// <summary>What a mail can name.</summary>
    internal SampleNames Names(CohortSettings cohort, string template, string language) =>
        SampleNames.Of(samples.Of(template), cohort, language);

    /// <summary>A participant's mail in a language that it is there in.</summary>
    public bool Has(string template, string language) =>
        template != MailTemplates.Frame && templates.Has(template)
            && !templates.IsForCommittee(template) && templates.Has(template, language);

    /// <summary>The words that ship.</summary>
    public MailWords Original(string template, string language) => MailWords.Of(templates.Get(template, language));

    static IEnumerable<WordingMistake> Sizes(MailWords words)
    {
        foreach (var (part, text) in words.Parts)
        {
            if (text.Trim().Length == 0 && part != MailWords.PreheaderName) yield return new("wording.mistake.empty", part, 0, part);
            if (Encoding.UTF8.GetByteCount(text) is var size and > LargestBytes)
                yield return new("wording.mistake.long", part, 0, $"{size}", $"{LargestBytes}");
            if (part != MailWords.BodyName && text.Contains('\n', StringComparison.Ordinal))
                yield return new("wording.mistake.lines", part, 2, part);
        }
    }

    List<WordingMistake> Read(CohortSettings cohort, string template, string language, MailWords words, MailWords original)
    {
        if (words.Parts.SelectMany(part => TextCheck.TooMuch(part.Name, part.Text)).ToList() is { Count: > 0 } much) return much;
        var names = Names(cohort, template, language);
        var loops = Loop.Matches(original.Body).Select(loop => loop.Groups["list"].Value).ToHashSet();
        IReadOnlySet<string> Named(string part, string text, List<WordingMistake> into)
        {
            var code = new CodeCheck(part, text, language, loops);
            into.AddRange(code.Of(names));
            return code.Named;
        }

        var mistakes = new List<WordingMistake>();
        var named = new HashSet<string>();
        foreach (var (part, text) in words.Parts)
        {
            mistakes.AddRange(TextCheck.Of(part, text, names));
            var here = Named(part, text, mistakes);
            if (part == MailWords.SubjectName)
                mistakes.AddRange(
                    here.Except(Named(part, original.Subject, [])).Except(["programme"])
                        .Select(name => new WordingMistake("wording.mistake.subject", part, 1, Braced(name))));
            else named.UnionWith(here);
        }

        if (mistakes.Count > 0) return mistakes;
        var links = TextCheck.LinkNames(words.Body).ToHashSet();
        mistakes.AddRange(TextCheck.LinkNames(original.Body).Distinct()
            .Where(name => !links.Contains(name) && !name.Contains('.', StringComparison.Ordinal))
            .Select(name => new WordingMistake("wording.mistake.no-link", MailWords.BodyName, 0, Braced(name), $"[…]({Braced(name)})")));
        mistakes.AddRange(
            Named(MailWords.BodyName, $"{original.Body}\n{original.Preheader}", []).Where(name => IsDay(name) && !named.Contains(name))
                .Select(name => new WordingMistake("wording.mistake.missing", MailWords.BodyName, 0, Braced(name))));
        return mistakes;
    }

    IEnumerable<WordingMistake> Written(CohortSettings cohort, string template, string language, MailWords words)
    {
        var (own, original) = (words.Template($"{template}.{language}", language), templates.Get(template, language));
        foreach (var sample in samples.Of(template))
        {
            var message = MailSamples.Message(sample, cohort.Id, language);
            var before = renderer.Render(original, message, cohort, default);
            if (Try(own, message, cohort, out var problem) is not { } mail)
            {
                yield return new("wording.mistake.unwritten", MailWords.BodyName, 0, problem);
                continue;
            }

            if (mail.Subject.Length >= LongestSubject && mail.Subject.Length > before.Subject.Length)
                yield return new("wording.mistake.subject-long", MailWords.SubjectName, 1, mail.Subject, $"{LongestSubject - 1}");
            if (mail.Subject.Trim().Length == 0) yield return new("wording.mistake.empty", MailWords.SubjectName, 1, MailWords.SubjectName);
            if (Encoding.UTF8.GetByteCount(mail.Html) is var size and > LargestMail)
                yield return new("wording.mistake.large", MailWords.BodyName, 0, $"{size}", $"{LargestMail}");
            if (Mark.Match(mail.Html + mail.Text) is { Success: true })
                yield return new("wording.mistake.unwritten", MailWords.BodyName, 0, "{{ }}");
            foreach (var (name, value) in message.Model.Where(pair => IsShown(before, pair) && !IsShown(mail, pair)))
                yield return new("wording.mistake.hidden", MailWords.BodyName, 0, Braced(name), MailSamples.Words(value));
        }
    }

    RenderedMail? Try(MailTemplate own, MailMessage message, CohortSettings cohort, out string problem)
    {
        problem = "";
        try
        {
            return renderer.Render(own, message, cohort, default);
        }
        catch (MailTemplateException e)
        {
            problem = e.Message;
            return null;
        }
    }

    /// <summary>What a reader needs: a link that the mail leads to, or a day by which something is over.</summary>
    static bool IsShown(RenderedMail mail, KeyValuePair<string, object?> value) => value switch
    {
        { Value: Uri link } => mail.Html.Contains($"\"{HtmlPart.Encode(link.AbsoluteUri)}\"", StringComparison.Ordinal),
        { Value: string { Length: > 0 } day } when IsDay(value.Key) => mail.Text.Contains(day, StringComparison.Ordinal),
        _ => false,
    };

    static bool IsDay(string name) => name == "deadline" || name.EndsWith("_date", StringComparison.Ordinal);

    static string Braced(string name) => $"{{{{ {name} }}}}";

    [GeneratedRegex(@"\bfor\s+\w+\s+in\s+(?<list>[a-z_.]+)")]
    private static partial Regex Loop { get; }

    [GeneratedRegex(@"\{\{.*?\}\}|\]\([^)]*\)", RegexOptions.Singleline)]
    private static partial Regex Machinery { get; }

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter { get; }

    [GeneratedRegex("qz[0-9]+zq")]
    private static partial Regex Mark { get; }
}
