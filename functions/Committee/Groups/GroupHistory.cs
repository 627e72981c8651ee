using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Forms;

namespace Ilnp.Committee.Groups;

/// <summary>What happened to a group, in the reader's words.</summary>
static class GroupHistory
{
    /// <summary>The latest first.</summary>
    public static IReadOnlyList<HistoryLine> Of(GroupFile file, FormCatalogue forms) =>
    [
        .. Decisions(file, forms).Concat(Mails(file)).Concat(Life(file)).Concat(Acts(file))
            .OrderByDescending(line => line.At).ThenBy(line => line.What, StringComparer.Ordinal),
    ];

    static IEnumerable<HistoryLine> Decisions(GroupFile file, FormCatalogue forms) => file.Decisions.SelectMany(decision =>
    {
        var (texts, who) = (file.Reader.Texts, file.NameOf(decision.SubjectId));
        var facts = decision.Facts(who, file.Reader.Cohort, texts);
        (string, string)[] said = [("name", who), ("what", texts.Plain($"{decision.Request.Form}.title", facts))];
        HistoryLine[] asked = [new(decision.OpenedAt, Say(file, "group-history.asked", said))];
        return decision.AnsweredAt is { } at
            ? asked.Append(new(at, Say(file, "group-history.answered", said), AnsweredWords.Of(decision, file.Reader, facts, forms)))
            : asked;
    });

    static IEnumerable<HistoryLine> Mails(GroupFile file) => file.Mails.Select(mail => new HistoryLine(
        mail.SentAt ?? mail.FirstAttemptAt,
        Say(file, "group-history.mail", ("name", file.NameOf(mail.Key.PersonId)), ("what", MailNames.Of(file.Reader.Texts, mail.Template))),
        MailNames.Delivery(file.Reader.Texts, mail)));

    static IEnumerable<HistoryLine> Life(GroupFile file)
    {
        yield return new(file.Group.FormedAt, file.Reader.Texts["group-history.formed"]);
        if (file.Group.EndedAt is { } end) yield return new(end, Say(file, "history.group-ended", ("group", file.Group.GroupId)));
    }

    static IEnumerable<HistoryLine> Acts(GroupFile file) => file.Acts.Select(act => new HistoryLine(
        act.At,
        Say(
            file, act.IsDone ? "history.act" : "history.act-begun",
            ("name", file.NameOf(act.MemberId)), ("what", file.Reader.Texts[$"group-{act.Action}.title"])),
        act.Note ?? (act.Changes is [var change] ? Told(file, change) : null)));

    /// <summary>Of a group only the liaison is changed.</summary>
    static string Told(GroupFile file, FieldChange change) => Say(
        file, "history.change", ("field", file.Reader.Texts["group.liaison"]), ("before", change.Before), ("after", change.After));

    static string Say(GroupFile file, string key, params (string Name, string Value)[] facts) =>
        file.Reader.Texts.Plain(key, facts.ToDictionary(fact => fact.Name, fact => fact.Value));
}
