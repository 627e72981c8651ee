using Ilnp.Committee.Acts;
using Ilnp.Local.Running;
using Ilnp.Mail.Ledger;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Reports;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Rights;

/// <summary>
/// A word in every answer, looked for everywhere: before an erasure it is only where the registry says, after it nowhere, and the cohort
/// goes on to its end.
/// </summary>
public sealed class MarkersTests
{
    static readonly HashSet<string> Registered = [.. AppParts.Of<HeldData>().SelectMany(kind => kind.Places)];

    static readonly HashSet<string> Free = [.. AppParts.Of<FreeOfPersonalData>().Select(free => free.Place)];

    [Fact]
    public async Task GivenPeopleAtEveryStage_WhenTheyAreErased_ThenNothingOfThemIsFoundAndTheCohortGoesOn()
    {
        await using var cohort = await MarkedCohort.BeginAsync();
        var calendar = MarkedCohort.Calendar;

        // Before the matching.
        await cohort.UntilAsync(calendar.ApplicationsClose.AddDays(-1));
        var applicant = (await cohort.PeopleAsync()).First(one => one.Person.Standing == Standing.Eligible).Row;
        await ErasedAsync(cohort, applicant, "People", "Applications", "IntakeProblems", "intake-raw");
        await cohort.SendAgainAsync(applicant);
        Assert.Empty(await cohort.Traces.OfAsync(MarkedCohort.Mark(applicant)));
        Assert.Equal(Standing.Ineligible, (await cohort.PersonAsync(applicant)).Standing);

        // Between the answers and the introductions.
        await cohort.UntilAsync(calendar.Introduce.AddDays(-1));
        var formed = (await cohort.Get<GroupStore>().ListAsync(MarkedCohort.Id)).First(group => group.Status == GroupStatus.Proposed);
        await ErasedAsync(cohort, await RowAsync(cohort, formed.Members[0]));

        // In a group that runs.
        await cohort.UntilAsync(calendar.Introduce.AddDays(20));
        Assert.DoesNotContain(
            await cohort.Get<GroupStore>().ListAsync(MarkedCohort.Id),
            group => group.Status == GroupStatus.Active && group.Members.Contains(formed.Members[0]));
        var running = (await cohort.Get<GroupStore>().ListAsync(MarkedCohort.Id))
            .First(group => group is { Status: GroupStatus.Active, Members.Count: 2 });
        await NoteAsync(cohort, running.Members[0], running.Members[1], running.GroupId);
        await ErasedAsync(cohort, await RowAsync(cohort, running.Members[0]), "People", "Decisions", "mail", "CommitteeActs");
        Assert.Equal(
            "… wrote, the other has not.",
            Assert.Single(await cohort.Get<CommitteeActStore>().ListAsync(MarkedCohort.Id, running.GroupId)).Note);
        Assert.Equal(
            "Asked about …, who is ill.",
            Assert.Single(await cohort.Get<CommitteeActStore>().ListAsync(MarkedCohort.Id, running.Members[1])).Note);
        Assert.Equal(GroupStatus.Dissolved, (await cohort.Get<GroupStore>().GetAsync(MarkedCohort.Id, running.GroupId)).Status);
        Assert.Contains(
            await cohort.Get<MailLedger>().ListAsync(MarkedCohort.Id, "rematch"), mail => mail.Key.PersonId == running.Members[1]);

        // After the end, with words in the report.
        await cohort.UntilAsync(calendar.End.AddDays(40));
        var before = Figures(await cohort.Get<ReportBuilder>().BuildAsync(MarkedCohort.Id));
        foreach (var (row, person) in (await cohort.PeopleAsync()).Where(one => one.Person.Standing == Standing.Active).Take(5))
            await ErasedAsync(cohort, row);
        Assert.Equal(before, Figures(await cohort.Get<ReportBuilder>().BuildAsync(MarkedCohort.Id)));

        var stopped = new List<string>();
        await foreach (var instance in cohort.Orchestrations.GetAllInstancesAsync())
            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
                stopped.Add($"{instance.InstanceId} {instance.RuntimeStatus}");
        Assert.Empty(stopped);
        Assert.DoesNotContain(await cohort.Traces.PlacesAsync(), place => !Registered.Contains(place) && !Free.Contains(place));
    }

    /// <summary>
    /// The committee corrects the name of one and writes a note; notes about the other one and about their group name them too.
    /// </summary>
    static async Task NoteAsync(MarkedCohort cohort, string personId, string otherId, string groupId)
    {
        var (acts, name) = (cohort.Get<CommitteeActStore>(), (await cohort.Get<PeopleStore>().GetAsync(MarkedCohort.Id, personId)).Name);
        CommitteeAct[] done =
        [
            new(personId, DateTimeOffset.UnixEpoch, "lead", "correct") { Changes = [new(FieldChange.Name, $"{name} before", name)] },
            new(personId, DateTimeOffset.UnixEpoch, "lead", "note") { Note = $"Called {name} before." },
            new(otherId, DateTimeOffset.UnixEpoch, "lead", "note") { Note = $"Asked about {name}, who is ill." },
            new(groupId, DateTimeOffset.UnixEpoch, "lead", "note") { Note = $"{name} wrote, the other has not." },
        ];
        foreach (var act in done) await acts.BeginAsync(MarkedCohort.Id, "1", act, default);
    }

    static async Task<int> RowAsync(MarkedCohort cohort, string personId) =>
        (await cohort.PeopleAsync()).Single(one => one.Person.PersonId == personId).Row;

    /// <summary>Found in these places at least and only where the registry says; then nowhere, and asked once more the same.</summary>
    static async Task ErasedAsync(MarkedCohort cohort, int row, params string[] places)
    {
        var mark = MarkedCohort.Mark(row);
        var before = (await cohort.Traces.OfAsync(mark)).Select(trace => string.Join(' ', trace.Split(' ').Take(2))).Distinct().ToList();
        Assert.DoesNotContain(before, place => !Registered.Contains(place));
        Assert.All(places, place => Assert.Contains(before, found => found.EndsWith($" {place}", StringComparison.Ordinal)));
        for (var time = 0; time < 2; time++)
        {
            await cohort.EraseAsync(row);
            Assert.Empty(await cohort.Traces.OfAsync(mark));
            Assert.True((await cohort.PersonAsync(row)).IsErased);
        }
    }

    /// <summary>All but main interests, which go with the person, the day, and the last mails to those who are erased.</summary>
    static string Figures(CohortReport report) => System.Text.Json.JsonSerializer.Serialize(report with
    {
        Comments = [],
        Interests = [],
        AsOf = default,
        // What the app did on the cohort's days stays; what it writes and holds since does not.
        Cost = report.Cost! with
        {
            Work = report.Cost.Work with { Mails = 0, BlobBytes = 0 },
            Bill = new([], 0, 0, 0),
            OnSimulation = new([], 0, 0, 0),
        },
        Mails = [.. report.Mails.Where(mail => mail.Label != "erasing").Select(mail => mail with { Of = 0 })],
    });
}
