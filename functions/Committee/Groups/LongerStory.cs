using Ilnp.Continuing.Questions;
using Ilnp.Programme;

namespace Ilnp.Committee.Groups;

/// <summary>How a group stands to going on after the programme's end, in the committee's words. Pure.</summary>
static class LongerStory
{
    /// <summary>Empty where nobody was asked and nobody wished it.</summary>
    public static IReadOnlyList<string> Of(GroupFile file)
    {
        if (file.Group.GoesOn is { } longer) return [Agreed(file, longer)];
        var asked = file.Decisions.Where(decision =>
            decision.Request.Form == Longer.Name && file.Group.Members.Contains(decision.SubjectId)).ToList();
        return asked.Count < file.Group.Members.Count && asked.All(decision => decision.Version == 0) ? []
            : [.. asked.Select(decision =>
                Say(file, $"group.longer.{decision.Choice ?? "open"}", ("name", file.NameOf(decision.SubjectId))))];
    }

    static string Agreed(GroupFile file, GoingOn longer)
    {
        var key = longer.EndedBy is { } end ? $"group.longer.{end.ToString().ToLowerInvariant()}" : "group.longer.agreed";
        return Say(
            file,
            key,
            ("agreed", Day(file, longer.AgreedAt)),
            ("until", Day(file, longer.Until)),
            ("ended", Day(file, longer.EndedAt ?? longer.Until)));
    }

    static string Day(GroupFile file, DateTimeOffset at) => DateText.Day(at, file.Reader.Cohort, file.Reader.Texts.Language);

    static string Say(GroupFile file, string key, params (string Name, string Value)[] facts) =>
        file.Reader.Texts.Plain(key, facts.ToDictionary(fact => fact.Name, fact => fact.Value));
}
