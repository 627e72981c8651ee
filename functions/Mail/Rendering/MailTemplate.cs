using System.Text.RegularExpressions;
using Ilnp.Texts;
using Scriban;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// A template file, parsed: a head of <c>name: value</c> lines between two <c>---</c>, and a body in Markdown. Head values
/// and body are Scriban.
/// </summary>
sealed partial class MailTemplate
{
    const string Fence = "---";

    /// <summary>What a mail cannot do without, and what its frame cannot.</summary>
    public static readonly IReadOnlyList<string> MailHeads = ["subject", "why"];
    public static readonly IReadOnlyList<string> FrameHeads = ["questions", "unsubscribe", "languages"];

    readonly Dictionary<string, Template> head = [];
    readonly Dictionary<string, string> headTexts = [];
    readonly string source;

    MailTemplate(string id, string language, string body, string source) =>
        (Id, Language, BodyText, Body, this.source) = (id, language, body, Parsed(body, id), source);

    /// <summary><c>name.language</c>, for error messages.</summary>
    public string Id { get; }

    public string Language { get; }

    public Template Body { get; }

    /// <summary>The same as it is written.</summary>
    public string BodyText { get; }

    /// <summary>A value of the head; null when it is not there.</summary>
    public Template? Head(string name) => head.GetValueOrDefault(name);

    /// <summary>The same as it is written.</summary>
    public string? HeadText(string name) => headTexts.GetValueOrDefault(name);

    public static MailTemplate Parse(string id, string language, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0) throw new MailTemplateException(id, "begins without a head between two lines of ---.");
        var template = new MailTemplate(id, language, string.Join('\n', lines[(end + 1)..]).Trim('\n'), text);
        foreach (var line in lines[1..end].Where(line => line.Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) throw new MailTemplateException(id, $"has the head line '{line}', which is not 'name: value'.");
            template.headTexts[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            template.head[line[..colon].Trim()] = Parsed(line[(colon + 1)..].Trim(), id);
        }

        return template;
    }

    /// <summary>
    /// Looks for what would only be found when a mail is written: a head that is missing, a plural
    /// without a branch that the language needs.
    /// </summary>
    /// <exception cref="MailTemplateException">Something is wrong.</exception>
    public void Check(IReadOnlyList<string> heads)
    {
        foreach (var missing in heads.Where(name => !head.ContainsKey(name)))
            throw new MailTemplateException(Id, $"has no line '{missing}:' in its head.");
        foreach (Match count in Count.Matches(source))
            foreach (var problem in TextPatterns.Problems(CountFunction.Pattern(count.Groups["branches"].Value), Language))
                throw new MailTemplateException(Id, $"'{count.Value}': {problem}");
    }

    static Template Parsed(string text, string id)
    {
        var template = Template.Parse(text, id);
        return template.HasErrors ? throw new MailTemplateException(id, string.Join(" ", template.Messages)) : template;
    }

    /// <summary>A plural, its branches written out.</summary>
    [GeneratedRegex(CountFunction.Name + @"\s+""(?<branches>[^""]*)""")]
    private static partial Regex Count { get; }
}
