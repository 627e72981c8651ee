using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Committee.People;

/// <summary>What happened to a person, in the reader's words.</summary>
static class PersonHistory
{
    /// <summary>The latest first.</summary>
    public static IReadOnlyList<HistoryLine> Of(PersonFile file, FormCatalogue forms) =>
    [
        .. Applications(file).Concat(Decisions(file, forms)).Concat(Mails(file)).Concat(Groups(file)).Concat(Acts(file))
            .OrderByDescending(line => line.At).ThenBy(line => line.What, StringComparer.Ordinal),
    ];

    static IEnumerable<HistoryLine> Applications(PersonFile file) => file.Applications.Select(application => new HistoryLine(
        application.AppliedAt,
        Say(file, "history.applied", ("outcome", file.Reader.Texts[$"outcome.{application.Outcome.ToString().ToLowerInvariant()}"])),
        application.Row is { } row ? Say(file, "history.row", ("row", row.ToString(CultureInfo.InvariantCulture))) : null));

    static IEnumerable<HistoryLine> Decisions(PersonFile file, FormCatalogue forms) => file.Decisions.SelectMany(decision =>
    {
        var title = ("what", file.Reader.Texts.Plain($"{decision.Request.Form}.title", file.FactsOf(decision)));
        HistoryLine[] asked = [new(decision.OpenedAt, Say(file, "history.asked", title))];
        return decision.AnsweredAt is { } at
            ? asked.Append(
                new(at, Say(file, "history.answered", title), AnsweredWords.Of(decision, file.Reader, file.FactsOf(decision), forms)))
            : asked;
    });

    static IEnumerable<HistoryLine> Mails(PersonFile file) =>
        file.Mails.Where(mail => Confidential.IsOpenTo(file.Reader.Member, mail)).Select(mail => new HistoryLine(
            mail.SentAt ?? mail.FirstAttemptAt,
            Say(file, "history.mail", ("what", MailNames.Of(file.Reader.Texts, mail.Template))),
            MailNames.Delivery(file.Reader.Texts, mail)));

    static IEnumerable<HistoryLine> Groups(PersonFile file) =>
        file.Groups.Where(group => group.Status != GroupStatus.Proposed).SelectMany(group =>
        {
            HistoryLine[] formed = [new(group.FormedAt, Say(file, "history.group", ("group", group.GroupId)))];
            return group.EndedAt is { } end ? formed.Append(new(end, Say(file, "history.group-ended", ("group", group.GroupId)))) : formed;
        });

    static IEnumerable<HistoryLine> Acts(PersonFile file) => file.Acts.Select(act => new HistoryLine(
        act.At,
        Say(
            file, act.IsDone ? "history.act" : "history.act-begun",
            ("name", file.Reader.Cohort.MemberName(act.MemberId)),
            ("what", file.Reader.Texts[$"person-{act.Action}.title"])),
        act.Note ?? (act.Changes is { Count: > 0 } changes ? string.Join("\n", changes.Select(change => Told(file, change))) : null)));

    /// <summary>A change as it is told before and after it is made.</summary>
    public static string Told(PersonFile file, FieldChange change) =>
        Say(
            file,
            change.Before.Length > 0 ? "history.change" : "history.set",
            ("field", file.Reader.Texts[$"person-correct.{change.Field}"]),
            ("before", change.Before),
            ("after", change.After));

    static string Say(PersonFile file, string key, params (string Name, string Value)[] facts) =>
        file.Reader.Texts.Plain(key, facts.ToDictionary(fact => fact.Name, fact => fact.Value));
}
