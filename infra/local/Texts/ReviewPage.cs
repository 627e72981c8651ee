using System.Text;
using System.Text.Encodings.Web;
using Ilnp.Texts;

namespace Ilnp.Local.Texts;

/// <summary>
/// The same rows as a page to read: English beside the translation, a part of the app after the other, and each mail and the pages as
/// they look.
/// </summary>
static class ReviewPage
{
    const string Style = """
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 75rem; padding: 0 1rem; }
        table { border-collapse: collapse; inline-size: 100%; table-layout: fixed; }
        th, td { border-block-start: 1px solid #8886; padding: .4rem .6rem; vertical-align: top; text-align: start; white-space: pre-line; overflow-wrap: anywhere; }
        th { font-weight: normal; font-size: .8rem; inline-size: 12rem; }
        th small { display: block; color: #666; }
        .read { background: #2a72; }
        iframe { inline-size: 100%; block-size: 32rem; border: 1px solid #8886; background: #fff; }
        """;

    /// <param name="language">Of the texts.</param>
    /// <param name="rows">All of them.</param>
    /// <param name="pages">As a pilot has kept them.</param>
    public static string Of(string language, IReadOnlyList<ReviewRow> rows, PagePictures pages)
    {
        var page = new StringBuilder($"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Texts: {Text(Locale.Of(language).OwnName)}</title><style>{Style}</style></head><body>
            <h1>{Text(Locale.Of(language).OwnName)}</h1>
            <p>{rows.Count} texts, {rows.Count(row => !row.IsGood)} of them not read yet; those read are green. Write what should be said otherwise into the column “Better” of {language}.xlsx, and an x where a text is good.
            Words between braces are put in later: keep them as they are.</p>

            """);
        foreach (var file in rows.GroupBy(row => row.File))
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<h2>{Text(file.Key)}</h2>\n<table>\n");
            foreach (var row in file)
                page.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"<tr{(row.IsGood ? " class=\"read\"" : "")}><th scope=\"row\">{Text(row.Part)}{Place(row)}</th><td lang=\"en\">"
                        + $"{Text(row.English)}</td><td lang=\"{language}\" dir=\"auto\">{Text(row.Text)}</td></tr>\n");
            page.Append("</table>\n");
            if (MailPictures.Of(file.Key, language) is { } mail) page.Append(Picture("How the mail looks", file.Key, mail));
            else
                foreach (var seen in pages.With(language, file.Select(row => (row.English, row.Text)).Distinct()))
                    page.Append(Picture($"How a page looks: {seen.Name}", seen.Name, seen.Html));
        }

        return page.Append("</body></html>\n").ToString();
    }

    /// <summary>It can do nothing, and loads when somebody wants to see it.</summary>
    static string Picture(string heading, string title, string html) =>
        $"<details><summary>{Text(heading)}</summary><iframe sandbox loading=\"lazy\" title=\"{Text(title)}\" "
            + $"srcdoc=\"{Text(html)}\"></iframe></details>\n";

    static string Place(ReviewRow row) => row.Where.Length == 0 ? "" : $"<small>{Text(row.Where)}</small>";

    static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
