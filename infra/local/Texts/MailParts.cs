using System.Text.RegularExpressions;

namespace Ilnp.Local.Texts;

/// <summary>
/// A mail's file in the parts that somebody reads and corrects: the lines of its head, and its
/// paragraphs. Put together again they are the file.
/// </summary>
static partial class MailParts
{
    const string Fence = "---\n";

    /// <summary>Names and texts, in their order; a part of each mail has the same name in every language.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(string mail)
    {
        var (head, body) = Split(mail);
        return
        [
            .. head.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2))
                .Where(line => line.Length == 2).Select(line => (line[0], line[1])),
            .. Paragraphs(body).Select((text, i) => ($"paragraph {i + 1}", text)),
        ];
    }

    /// <summary>The mail with other texts for some of its parts.</summary>
    public static string With(string mail, IReadOnlyDictionary<string, string> better)
    {
        var (head, body) = Split(mail);
        var lines = head.Split('\n')
            .Select(line => line.Split(": ", 2) is [var name, _] && better.TryGetValue(name, out var text) ? $"{name}: {text}" : line);
        var paragraphs = Paragraphs(body).Select((text, i) => better.GetValueOrDefault($"paragraph {i + 1}", text));
        return $"{Fence}{string.Join('\n', lines)}{Fence}{string.Join("\n\n", paragraphs)}\n";
    }

    static (string Head, string Body) Split(string mail)
    {
        var end = mail.IndexOf(Fence, Fence.Length, StringComparison.Ordinal);
        return (mail[Fence.Length..end], mail[(end + Fence.Length)..]);
    }

    static string[] Paragraphs(string body) => Blank.Split(body.Trim('\n'));

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Blank { get; }
}
