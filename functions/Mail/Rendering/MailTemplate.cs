using Scriban;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// A template file, parsed: a head of <c>name: value</c> lines between two <c>---</c>, and a body in Markdown. Head values
/// and body are Scriban.
/// </summary>
sealed class MailTemplate
{
    const string Fence = "---";

    readonly Dictionary<string, Template> head = [];
    readonly Dictionary<string, string> headTexts = [];

    MailTemplate(string id, string language, string body) => (Id, Language, Body) = (id, language, Parsed(body, id));

    /// <summary><c>name.language</c>, for error messages.</summary>
    public string Id { get; }

    public string Language { get; }

    public Template Body { get; }

    /// <summary>A value of the head; null when it is not there.</summary>
    public Template? Head(string name) => head.GetValueOrDefault(name);

    /// <summary>The same as it is written.</summary>
    public string? HeadText(string name) => headTexts.GetValueOrDefault(name);

    public static MailTemplate Parse(string id, string language, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0) throw new MailTemplateException(id, "begins without a head between two lines of ---.");
        var template = new MailTemplate(id, language, string.Join('\n', lines[(end + 1)..]).Trim('\n'));
        foreach (var line in lines[1..end].Where(line => line.Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) throw new MailTemplateException(id, $"has the head line '{line}', which is not 'name: value'.");
            template.headTexts[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            template.head[line[..colon].Trim()] = Parsed(line[(colon + 1)..].Trim(), id);
        }

        return template;
    }

    static Template Parsed(string text, string id)
    {
        var template = Template.Parse(text, id);
        return template.HasErrors ? throw new MailTemplateException(id, string.Join(" ", template.Messages)) : template;
    }
}
