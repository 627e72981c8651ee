using System.Globalization;
using Ilnp.Texts;

namespace Ilnp.Announcements;

/// <summary>Fills an announcement's texts: pure.</summary>
public static class AnnouncementRules
{
    public static AnnouncementTexts Fill(AnnouncementTexts texts, FlyerModel model, string language)
    {
        var facts = new Dictionary<string, string>
        {
            ["months"] = Months(texts, model.Months),
            ["deadline"] = LocalDate.Write(model.Deadline, language),
            ["url"] = model.ApplyUrl.AbsoluteUri,
            ["organiser"] = model.Organiser,
            ["programme"] = model.Programme,
        };
        string Filled(string text) =>
            facts.Aggregate(text, (filled, fact) => filled.Replace($"{{{fact.Key}}}", fact.Value, StringComparison.Ordinal)).Trim();
        return texts with
        {
            Flyer = texts.Flyer with
            {
                Headline = Filled(texts.Flyer.Headline),
                Lead = Filled(texts.Flyer.Lead),
                Points = [.. texts.Flyer.Points.Select(point => new FlyerPoint(Filled(point.Title), Filled(point.Text)))],
            },
            Mail = new(Filled(texts.Mail.Subject), Filled(texts.Mail.Body)),
            Short = Filled(texts.Short),
            Long = Filled(texts.Long),
            Chat = Filled(texts.Chat),
            LastWeek = Filled(texts.LastWeek),
        };
    }

    /// <summary>The texts for lists and social media as one file to copy from.</summary>
    public static string Posts(AnnouncementTexts filled) =>
        $"{filled.Mail.Subject}\n\n{filled.Mail.Body}\n\n* * *\n\n{filled.Long}\n\n* * *\n\n{filled.Short}\n";

    static string Months(AnnouncementTexts texts, int months)
    {
        var count = months.ToString(CultureInfo.InvariantCulture);
        return texts.Months.GetValueOrDefault(count) ?? texts.Months["other"].Replace("{count}", count, StringComparison.Ordinal);
    }
}
