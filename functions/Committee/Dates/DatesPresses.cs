using System.Globalization;
using System.Text;
using Ilnp.Cohort.Moves;
using Ilnp.Committee.Acts;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Dates;

/// <summary>
/// Moves days once for each press. The cohort's row is replaced first, so that of two leads one wins and every page and mail has the new
/// days at once; all else is an orchestration of its own, which the same press once more finds.
/// </summary>
public sealed class DatesPresses(CohortStore cohorts, CommitteeActStore acts)
{
    /// <summary>Name of the act.</summary>
    public const string Move = "move-dates";

    /// <summary>What this press has begun before; null for nothing.</summary>
    public static CommitteeAct? Before(HttpRequest request, DatesFile file) => file.Acts.FirstOrDefault(act => act.Press == Of(request));

    /// <param name="request">The press.</param>
    /// <param name="file">As it is.</param>
    /// <param name="after">The days as wished.</param>
    public static CommitteeAct Act(HttpRequest request, DatesFile file, CohortDates after)
    {
        var (before, number) = (file.Cohort.Dates, file.Cohort.Dates.Moves + 1);
        return new(DatesFile.Subject, file.Now, file.Reader.Member.Id, Move)
        {
            Press = Of(request),
            Dates = new(file.Cohort.Id, number, before, after with { Moves = number }, file.Reader.Member.Id, file.Now),
            Changes = [.. after.OtherThan(before).Select(day => new FieldChange(day, Iso(before.On(day)), Iso(after.On(day))))],
        };
    }

    /// <summary>False when somebody has changed the cohort since the page was shown: nothing was done.</summary>
    /// <param name="file">As it is.</param>
    /// <param name="act">The move.</param>
    /// <param name="version">As it was when the page was shown; empty for what was begun before.</param>
    /// <param name="client">Starts what tells of it.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<bool> DoAsync(
        DatesFile file, CommitteeAct act, string version, DurableTaskClient client, CancellationToken cancellation) =>
        (await acts.DoOnceAsync(
            file.Cohort.Id, act.Press!, act, begun => DoAsync(file, begun, version, client, cancellation), cancellation)).IsDone;

    async Task<bool> DoAsync(DatesFile file, BegunAct begun, string version, DurableTaskClient client, CancellationToken cancellation)
    {
        var move = begun.Act.Dates!;
        if (file.Cohort.Dates.Moves < move.Number)
        {
            if (version != file.Version
                || !await cohorts.TryReplaceAsync(file.Stored, file.Cohort with { Dates = move.After }, cancellation))
                return false;
        }
        else if (!begun.IsAgain || IsOfSomebodyElse(file, begun.Act))
        {
            return false;
        }

        await client.StartOnceAsync(nameof(DatesOrchestrator), move, InstanceIds.Dates(move.CohortId, move.Number));
        return true;
    }

    /// <summary>Whether another press was first, so that this one never took effect.</summary>
    static bool IsOfSomebodyElse(DatesFile file, CommitteeAct act) =>
        file.Acts.Any(other => other.Press != act.Press && other.IsDone && other.Dates?.Number == act.Dates!.Number)
        || (file.Cohort.Dates.Moves == act.Dates!.Number && file.Cohort.Dates.OtherThan(act.Dates.After).Count > 0);

    static string Of(HttpRequest request) => StableIds.Of(Encoding.UTF8.GetBytes($"{request.Path} {ActAddress.PressOf(request)}"));

    static string Iso(DateOnly day) => day.ToString(DatesReading.Iso, CultureInfo.InvariantCulture);
}
