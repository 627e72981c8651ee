using System.Text;
using Ilnp.Committee.Acts;
using Ilnp.Meetings;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Meetings;

/// <summary>
/// Invites to a meeting, or calls it off, once for each press. The cohort's row is replaced first, so that of two leads one wins; the
/// mails are an orchestration of its own, which the same press once more finds.
/// </summary>
public sealed class MeetingPresses(CohortStore cohorts, CommitteeActStore acts)
{
    /// <summary>Names of the acts.</summary>
    public const string Hold = "hold-meeting", CallOff = "call-off-meeting";

    /// <summary>What this press has begun before; null for nothing.</summary>
    public static CommitteeAct? Before(HttpRequest request, MeetingFile file) =>
        file.Acts.FirstOrDefault(act => act.Press == KeyOf(request));

    /// <param name="request">The press.</param>
    /// <param name="file">As it is.</param>
    /// <param name="meeting">As it is to be.</param>
    public static CommitteeAct Act(HttpRequest request, MeetingFile file, WholeMeeting meeting)
    {
        var language = file.Reader.Texts.Language;
        return new(MeetingFile.Subject, file.Now, file.Reader.Member.Id, meeting.CalledOffAt is null ? Hold : CallOff)
        {
            Press = KeyOf(request),
            Meeting = meeting,
            Note = string.Join(
                "\n", new[] { meeting.First, meeting.Second }.Select(sitting => DateText.At(sitting, file.Cohort, language))),
        };
    }

    /// <summary>False when somebody has changed the cohort since the page was shown: nothing was done.</summary>
    /// <param name="act">What.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="version">As it was when the page was shown; empty for what was begun before.</param>
    /// <param name="client">Starts what writes the mails.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<bool> DoAsync(
        CommitteeAct act, string cohortId, string version, DurableTaskClient client, CancellationToken cancellation) =>
        (await acts.DoOnceAsync(
            cohortId, act.Press!, act, begun => DoAsync(begun.Act.Meeting!, cohortId, version, client, cancellation), cancellation)).IsDone;

    async Task<bool> DoAsync(
        WholeMeeting meeting, string cohortId, string version, DurableTaskClient client, CancellationToken cancellation)
    {
        var stored = await cohorts.ReadAsync(cohortId, cancellation) ?? throw new KeyNotFoundException($"There is no cohort {cohortId}.");
        if (!stored.Value.Meetings.Contains(meeting)
            && (version != MeetingFile.VersionOf(stored) || !await cohorts.TryReplaceAsync(stored, With(stored, meeting), cancellation)))
            return false;
        var instance = InstanceIds.Meeting(cohortId, meeting.Number);
        if (meeting.CalledOffAt is null)
            await client.StartOnceAsync(nameof(MeetingOrchestrator), MeetingRun.Of(cohortId, meeting), instance);
        else
            await client.TryRaiseAsync(instance, MeetingOrchestrator.CalledOff, new MeetingRef(cohortId, meeting.Number), cancellation);
        return true;
    }

    static CohortSettings With(Stored<CohortSettings> stored, WholeMeeting meeting) => stored.Value with
    {
        Meetings = [.. stored.Value.Meetings.Where(other => other.Number != meeting.Number).Append(meeting).OrderBy(one => one.Number)],
    };

    /// <summary>The same for the same press.</summary>
    public static string KeyOf(HttpRequest request) =>
        StableIds.Of(Encoding.UTF8.GetBytes($"{request.Path} {ActAddress.PressOf(request)}"));
}
