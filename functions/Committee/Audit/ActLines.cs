using System.Globalization;
using Ilnp.Cohort.Moves;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Dates;
using Ilnp.Committee.FormQuestions;
using Ilnp.Committee.InDoubt;
using Ilnp.Committee.Mailings;
using Ilnp.Committee.Meetings;
using Ilnp.Committee.Members;
using Ilnp.Committee.OwnWords;
using Ilnp.Committee.Unknown;
using Ilnp.Intake.Answers;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Audit;

/// <summary>
/// What the committee did, in the reader's words: about people and groups, words and questions, itself, and the whole cohort.
/// </summary>
static class ActLines
{
    /// <summary>Of what is neither about a person nor about a group.</summary>
    static readonly Dictionary<string, string> Titles = new()
    {
        [CohortActs.Start] = "audit.act.start",
        [CohortActs.Import] = "audit.act.import",
        [CohortActs.Erase] = "audit.act.erase",
        [CohortActs.Wish] = "audit.act.wish",
        [CohortActs.Undo] = "audit.act.wish-undo",
        [CohortActs.Redo] = "audit.act.wish-redo",
        [WordPages.Set] = "audit.act.set",
        [WordPages.LeaveOut] = "audit.act.leave-out",
        [WordPages.TakeBack] = "audit.act.take-back",
        [AddressPages.Address] = "audit.act.address",
        [MessagePages.ReadAgain] = "audit.act.read-again",
        [MessagePages.Seen] = "audit.act.seen",
        [StrayPages.TakeIn] = "audit.act.stray-take-in",
        [StrayPages.ThrowAway] = "audit.act.stray-throw-away",
        [FormSecretPages.Look] = "audit.act.secret-look",
        [FormSecretPages.Keep] = "audit.act.secret-keep",
        [WordingPages.Save] = "audit.act.wording-save",
        [WordingPages.Back] = "audit.act.wording-back",
        [MemberChange.Join] = "audit.act.join",
        [MemberChange.Change] = "audit.act.change",
        [MemberChange.Leave] = "audit.act.leave",
        [DatesPresses.Move] = "audit.act.move-dates",
        [MeetingPresses.Hold] = "audit.act.meeting-hold",
        [MeetingPresses.CallOff] = "audit.act.meeting-off",
        [MailingPresses.Hold] = "audit.act.mailing-hold",
        [MailingPresses.LetGo] = "audit.act.mailing-let-go",
        [DoubtPresses.Again] = "audit.act.mail-again",
        [DoubtPresses.Arrived] = "audit.act.mail-arrived",
        [DoubtPresses.Left] = "audit.act.mail-left",
        [MemberChange.Absence] = "audit.act.absence",
        [MemberChange.Introductions] = "audit.act.introductions",
    };

    public static AuditLine Of(CommitteeAct act, AuditNames names)
    {
        var (about, path) = SubjectOf(act, names);
        var changes = act.Changes ?? [];
        return new(act.At, names.Of(act.MemberId), TitleOf(act, names))
        {
            About = about,
            Path = path,
            Before = Lines(changes.Select(change => (change.Field, change.Before)), act, names),
            After = act.Note ?? Lines(changes.Select(change => (change.Field, change.After)), act, names),
            IsHalf = !act.IsDone,
        };
    }

    /// <summary>What somebody wrote, or a form asks, is not repeated here: it is shown on its own page for as long as it is kept.</summary>
    static (string About, string? Path) SubjectOf(CommitteeAct act, AuditNames names)
    {
        var (id, texts) = (names.Reader.Cohort.Id, names.Reader.Texts);
        return act switch
        {
            { Member: { } member } => (member.Name, $"/cohorts/{id}/committee"),
            { Bulk: { } plan } =>
                (
                    texts.Plain("audit.people", new Dictionary<string, string> { ["count"] = $"{plan.People.Count}" }),
                    BulkPlan.PathOf(id, plan.PlanId)),
            { Meeting: not null } => (texts["meeting.title"], MeetingFile.PathOf(id)),
            { Dates: not null } => (texts["dates.title"], DatesFile.PathOf(id)),
            _ when WordingPaths.MailOf(act) is var (mail, language) =>
                ($"{WordingPaths.Name(texts, mail)} ({Locale.Of(language).OwnName})", WordingPaths.OfMail(id, mail, language)),
            _ when MailingPresses.MailingOf(act) is { } name =>
                (
                    Mailing.Of(names.Reader.Cohort).FirstOrDefault(one => one.Name == name) is { } mailing
                        ? MailingWords.Name(texts, mailing)
                        : name,
                    $"{MailingPages.PathOf(id)}/{name}"),
            _ when QuestionOf(act) is { } question => (texts["audit.question"], QuestionPaths.OfQuestion(id, question)),
            _ when IsOfWord(act) => (texts["audit.word"], UnknownPaths.OfWord(id, act.SubjectId)),
            _ => (names.Knows(act.SubjectId) ? names.Of(act.SubjectId) : "", names.PathOf(act.SubjectId)),
        };
    }

    /// <summary>The same word means one thing of a person and another of the committee: "leave".</summary>
    static string TitleOf(CommitteeAct act, AuditNames names) =>
        TitleOf(act, names.Reader.Texts, names.IsGroup(act.SubjectId) ? "group" : names.Knows(act.SubjectId) ? "person" : null);

    /// <param name="act">What was done.</param>
    /// <param name="texts">In the reader's language.</param>
    /// <param name="of">What it was about: <c>person</c>, <c>group</c>; null for neither.</param>
    public static string TitleOf(CommitteeAct act, PageTexts texts, string? of) =>
        of is null && Titles.TryGetValue(act.Action, out var title) ? texts[title]
        : texts.Find($"{of ?? "person"}-{act.Action}.title") ?? act.Action;

    static string? QuestionOf(CommitteeAct act) =>
        act.SubjectId.StartsWith(QuestionPaths.Subject(""), StringComparison.Ordinal)
            ? act.SubjectId[QuestionPaths.Subject("").Length..]
            : null;

    static bool IsOfWord(CommitteeAct act) =>
        QuestionOf(act) is null && act.Action is WordPages.Set or WordPages.LeaveOut or WordPages.TakeBack;

    static string Lines(IEnumerable<(string Field, string Value)> sides, CommitteeAct act, AuditNames names) =>
        string.Join("\n", sides.Where(side => side.Value.Length > 0).Select(side => Line(side.Field, side.Value, act, names)));

    static string Line(string field, string value, CommitteeAct act, AuditNames names)
    {
        var texts = names.Reader.Texts;
        if (QuestionOf(act) is not null) return QuestionPaths.Named(texts, value);
        if (IsOfWord(act) && Enum.TryParse<WordKind>(field, ignoreCase: true, out var kind))
            return $"{texts[UnknownPaths.KindKey(kind)]}: {WordChoice.Name(kind, value, texts.Language)}";
        if (act.Dates is not null
            && DateOnly.TryParseExact(value, DatesReading.Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return $"{MoveLetters.NameOf(field, texts)}: {DateText.Day(day, texts.Language)}";
        var key = act.Member is not null ? $"committee.field.{field}"
            : field switch
            {
                FieldChange.Liaison => "group.liaison",
                FieldChange.Rows => "audit.field.rows",
                FieldChange.Messages => "audit.field.messages",
                FieldChange.Service => "audit.field.service",
                _ => $"person-correct.{field}",
            };
        return $"{texts.Find(key) ?? field}: {value}";
    }
}
