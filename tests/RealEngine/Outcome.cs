using Ilnp.Local.Pilot.Results;

namespace Ilnp.RealEngine;

/// <summary>What came of a cohort, in words and numbers that do not depend on the engine.</summary>
/// <param name="Figures">Compared one by one.</param>
/// <param name="Orchestrations">By how they ended.</param>
/// <param name="Calls">How often each of the app's functions ran; 0 for those not reached.</param>
sealed record Outcome(
    IReadOnlyDictionary<string, string> Figures, OrchestrationFigures Orchestrations, IReadOnlyDictionary<string, int> Calls)
{
    public IReadOnlyList<string> NotReached =>
        [.. Calls.Where(call => call.Value == 0).Select(call => call.Key).Order(StringComparer.Ordinal)];

    public static Outcome Of(
        CohortRecords records, OrchestrationFigures orchestrations, IEnumerable<string> functions,
        IReadOnlyDictionary<string, int> calls) => new(
        records.Mails.CountBy(mail => mail.Template).Select(kind => ($"mails {kind.Key}", $"{kind.Value}"))
            .Concat(records.Groups.Select(group => ($"group {group.GroupId}", Told(group, records))))
            .Append(("certificates", $"{records.Certificates}"))
            .Append(("orchestrations completed", $"{orchestrations.Completed}"))
            .ToDictionary(figure => figure.Item1, figure => figure.Item2),
        orchestrations,
        functions.ToDictionary(name => name, name => calls.GetValueOrDefault(name)));

    static string Told(Programme.Group group, CohortRecords records)
    {
        var names = group.Members.Select(member => records.People[member].Name).Order(StringComparer.Ordinal);
        return $"{string.Join(", ", names)} ({group.LiaisonId}, {group.Status})";
    }
}
