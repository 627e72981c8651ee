namespace Ilnp.Announcements;

/// <summary>
/// The words of an announcement in one language. <c>{programme}</c>, <c>{organiser}</c>, <c>{months}</c>,
/// <c>{deadline}</c> and <c>{url}</c> are filled in.
/// </summary>
/// <param name="Name">The language, in itself.</param>
/// <param name="Months">A number of months in words; <c>other</c> with <c>{count}</c> for those not listed.</param>
/// <param name="Mail">For mailing lists.</param>
/// <param name="Short">For services that allow about 280 characters.</param>
/// <param name="Long">For other social media.</param>
/// <param name="Chat">For messages to people whom one knows.</param>
/// <param name="LastWeek">For the last week, on services that allow about 280 characters.</param>
public sealed record AnnouncementTexts(
    string Name, IReadOnlyDictionary<string, string> Months, FlyerTexts Flyer, MailPost Mail, string Short, string Long,
    string Chat, string LastWeek);

public sealed record FlyerTexts(string Headline, string Lead, IReadOnlyList<FlyerPoint> Points, string Deadline, string Apply);

public sealed record FlyerPoint(string Title, string Text);

public sealed record MailPost(string Subject, string Body);
