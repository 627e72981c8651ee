using Ilnp.Local.Pilot.Results;

namespace Ilnp.RealEngine;

/// <summary>What came of a cohort, in words and numbers that do not depend on the engine.</summary>
/// <param name="Figures">Compared one by one.</param>
/// <param name="Calls">How often each function ran.</param>
sealed record Outcome(IReadOnlyDictionary<string, string> Figures, IReadOnlyDictionary<string, int> Calls)
{
    public static Outcome Of(CohortRecords records, OrchestrationFigures orchestrations, IReadOnlyDictionary<string, int> calls)
    {
        var figures = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["orchestrations completed"] = $"{orchestrations.Completed}",
            ["orchestrations failed"] = $"{orchestrations.Failed}",
            ["orchestrations unfinished"] = $"{orchestrations.Unfinished}",
            ["certificates"] = $"{records.Certificates}",
        };
        foreach (var (template, count) in records.Mails.CountBy(mail => mail.Template)) figures[$"mails {template}"] = $"{count}";
        foreach (var group in records.Groups)
            figures[$"group {group.GroupId}"] = $"{string.Join(" ", group.Members.Select(member => records.People[member].ApplicationRow).Order())} {group.LiaisonId} {group.Status}";
        return new(figures, calls);
    }
}
