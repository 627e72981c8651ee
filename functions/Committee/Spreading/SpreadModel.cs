using Ilnp.Announcements;
using Ilnp.Texts;

namespace Ilnp.Committee.Spreading;

/// <summary>What those who spread the word need, in one language.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Language">Of the texts.</param>
/// <param name="Words">Filled in.</param>
/// <param name="Deadline">The last day of applications, in words of that language.</param>
public sealed record SpreadModel(CommitteeReader Reader, string Language, AnnouncementTexts Words, string Deadline)
{
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Names and days.</summary>
    public required FlyerModel Flyer { get; init; }

    /// <summary>Codes of those that applied so far.</summary>
    public required IReadOnlySet<string> Countries { get; init; }

    /// <summary>How many people did.</summary>
    public required int Applied { get; init; }

    /// <summary>On which the reminder is set.</summary>
    public DateOnly LastWeek => Spread.LastWeekOf(Reader.Cohort);

    public string Path => Spread.PathOf(Reader.Cohort.Id);

    public string Direction => Locale.IsRightToLeft(Language) ? "rtl" : "ltr";

    /// <summary>What stands on the flyer, for whoever does not see it.</summary>
    public string FlyerInWords =>
        string.Join('\n', [Words.Flyer.Headline, Words.Flyer.Lead, $"{Words.Flyer.Deadline} {Deadline}"]);

    /// <summary>What stands on the pictures, for whoever does not see them.</summary>
    public string PictureInWords => string.Join('\n', new[] { Flyer.Organiser, Flyer.Programme }.Where(name => name.Length > 0)
        .Append(FlyerInWords).Append(Flyer.ApplyUrl.AbsoluteUri));

    /// <summary>The map for whoever does not see it.</summary>
    public string MapInWords => Countries.Count == 0 ? Reader.Texts["spread.map.none"] : Reader.Texts.Plain(
        "spread.map.alt",
        new Dictionary<string, string>
        {
            ["count"] = $"{Countries.Count}",
            ["countries"] = Locale.Of(Reader.Texts.Language).List(
                [.. Countries.Select(code => Programme.Words.Country(code, Reader.Texts.Language)).Order(StringComparer.Ordinal)]),
        });

    /// <summary>
    /// Each text with where it goes, how long it is as that place counts, and what is allowed there; 0 for as much as one likes.
    /// </summary>
    public IReadOnlyList<SpreadPost> Posts =>
    [
        new("spread.mail", $"{Words.Mail.Subject}\n\n{Words.Mail.Body}", PostLength.Plain(Words.Mail.Body), 0),
        new("spread.facebook", Words.Long, PostLength.Plain(Words.Long), 0),
        new("spread.x", Words.Short, PostLength.OnX(Words.Short), PostLength.MostOnX),
        new("spread.mastodon", Words.Long, PostLength.OnMastodon(Words.Long), PostLength.MostOnMastodon),
        new("spread.whatsapp", Words.Chat, PostLength.Plain(Words.Chat), 0),
        new("spread.last-week", Words.LastWeek, PostLength.OnX(Words.LastWeek), PostLength.MostOnX),
    ];
}

/// <summary>A text to copy.</summary>
/// <param name="TextKey">Where it goes.</param>
/// <param name="Text">Filled in.</param>
/// <param name="Length">As it is counted there.</param>
/// <param name="Most">Allowed there; 0 where nobody counts.</param>
public sealed record SpreadPost(string TextKey, string Text, int Length, int Most);
