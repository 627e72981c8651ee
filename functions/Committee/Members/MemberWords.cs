using Ilnp.Committee.Acts;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Members;

/// <summary>Changes of the committee in words.</summary>
static class MemberWords
{
    public static string RoleKey(CommitteeRole role) => $"draft.role.{role.ToString().ToLowerInvariant()}";

    public static string Line(FieldChange field, PageTexts texts) => texts.Plain("history.change", new Dictionary<string, string>
    {
        ["field"] = texts[$"committee.field.{field.Field}"],
        ["before"] = Or(field.Before, texts),
        ["after"] = Or(field.After, texts),
    });

    /// <summary>One change that was made, for the history.</summary>
    public static string Of(CommitteeAct act, CohortSettings cohort, PageTexts texts) =>
        texts.Plain($"committee.act.{act.Action}", new Dictionary<string, string>
        {
            ["name"] = cohort.MemberName(act.MemberId),
            ["who"] = act.Member?.Name ?? "",
        });

    static string Or(string value, PageTexts texts) => value.Length > 0 ? value : texts["committee.none"];
}
