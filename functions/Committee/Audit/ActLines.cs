using Ilnp.Committee.Acts;
using Ilnp.Committee.Unknown;
using Ilnp.Intake.Answers;

namespace Ilnp.Committee.Audit;

/// <summary>What the committee did about people, groups, words and the cohort, in the reader's words.</summary>
static class ActLines
{
    /// <summary>Of what is neither about a person nor about a group.</summary>
    static readonly Dictionary<string, string> Titles = new()
    {
        [CohortActs.Start] = "audit.act.start",
        [CohortActs.Import] = "audit.act.import",
        [CohortActs.Erase] = "audit.act.erase",
        [CohortActs.Wish] = "audit.act.wish",
        [WordPages.Set] = "audit.act.set",
        [WordPages.LeaveOut] = "audit.act.leave-out",
        [WordPages.TakeBack] = "audit.act.take-back",
        [AddressPages.Address] = "audit.act.address",
        [MessagePages.ReadAgain] = "audit.act.read-again",
        [MessagePages.Seen] = "audit.act.seen",
    };

    public static AuditLine Of(CommitteeAct act, AuditNames names)
    {
        var changes = act.Changes ?? [];
        return new(act.At, names.Of(act.MemberId), TitleOf(act, names))
        {
            // What somebody wrote is not repeated here: it is shown on the word's own page for as long as it is kept.
            About = IsOfWord(act) ? names.Reader.Texts["audit.word"] : names.Knows(act.SubjectId) ? names.Of(act.SubjectId) : "",
            Path = IsOfWord(act) ? UnknownPaths.OfWord(names.Reader.Cohort.Id, act.SubjectId) : names.PathOf(act.SubjectId),
            Before = Lines(changes.Select(change => (change, change.Before)), act, names),
            After = act.Note ?? Lines(changes.Select(change => (change, change.After)), act, names),
            IsHalf = !act.IsDone,
        };
    }

    static bool IsOfWord(CommitteeAct act) => act.Action is WordPages.Set or WordPages.LeaveOut or WordPages.TakeBack;

    static string TitleOf(CommitteeAct act, AuditNames names) =>
        Titles.TryGetValue(act.Action, out var title) ? names.Reader.Texts[title]
        : names.Reader.Texts.Find($"{(names.IsGroup(act.SubjectId) ? "group" : "person")}-{act.Action}.title") ?? act.Action;

    static string Lines(IEnumerable<(FieldChange Change, string Value)> sides, CommitteeAct act, AuditNames names) =>
        string.Join("\n", sides.Where(side => side.Value.Length > 0).Select(side => Line(side.Change.Field, side.Value, act, names)));

    static string Line(string field, string value, CommitteeAct act, AuditNames names)
    {
        var texts = names.Reader.Texts;
        if (IsOfWord(act) && Enum.TryParse<WordKind>(field, ignoreCase: true, out var kind))
            return $"{texts[UnknownPaths.KindKey(kind)]}: {WordChoice.Name(kind, value, texts.Language)}";
        var key = field switch { FieldChange.Liaison => "group.liaison", FieldChange.Rows => "audit.field.rows", _ => $"person-correct.{field}" };
        return $"{texts.Find(key) ?? field}: {value}";
    }
}
