using Ilnp.Committee.Acts;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.People;

/// <summary>
/// What is held of somebody, shown and erased for a person who asks a lead; other members see the programme's pages only.
/// </summary>
public sealed class PersonDataPages(
    CommitteePages committee, PersonRecords records, PeopleStore people, GroupStore groups, CommitteeActStore acts, TimeProvider time)
{
    const string Route = "cohorts/{cohortId}/people/{personId}/";
    const string Done = "done";

    [Function(nameof(ShowPersonData))]
    public Task<IActionResult> ShowPersonData(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = Route + "data")] HttpRequest request, string cohortId, string personId) =>
        ForLeadAsync(request, cohortId, personId, async (reader, person) => new HtmlPage(DataPage.Create(new(
            reader.Texts, reader.Layout("own.data.title", "people"), await ExportAsync(reader, person, request),
            Path(person, "data.json"), Path(person, "erase"), PeoplePath(cohortId)))));

    [Function(nameof(GetPersonData))]
    public Task<IActionResult> GetPersonData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "data.json")] HttpRequest request,
        string cohortId,
        string personId) =>
        ForLeadAsync(
            request, cohortId, personId, async (reader, person) => DataFile.Of(request, await ExportAsync(reader, person, request)));

    /// <summary>Says what will happen; changes nothing.</summary>
    [Function(nameof(ShowPersonErasure))]
    public Task<IActionResult> ShowPersonErasure(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = Route + "erase")] HttpRequest request, string cohortId, string personId) =>
        request.Query.ContainsKey(Done)
        ? committee.OpenAsync(
            request, cohortId, reader => Task.FromResult<IActionResult>(Say(reader, "person.erased.title", "person.erased.text")))
        : ForLeadAsync(request, cohortId, personId, async (reader, person) =>
        {
            var selves = await SelvesAsync(person, request.HttpContext.RequestAborted);
            var running = await RunningAsync(selves.Prepend(person), request.HttpContext.RequestAborted);
            var facts = new Dictionary<string, string> { ["name"] = person.Name, ["group"] = string.Join(", ", running) };
            return new HtmlPage(PersonErasePage.Create(new(
                reader.Texts, reader.Layout("person.erase.title", "people"),
                running.Count > 0 ? "person.erase.group" : "person.erase.alone", facts, Path(person, "data"))
            {
                Also = [.. selves.Select(self => $"{self.Name} ({self.Email}), {self.CohortId}")],
            }));
        });

    /// <summary>Under which else the person stands, here or in other rounds: all of it is erased.</summary>
    async Task<IReadOnlyList<Person>> SelvesAsync(Person person, CancellationToken cancellation)
    {
        var selves = await records.SelvesAsync(new(person.CohortId, person.PersonId), cancellation);
        var found = await Task.WhenAll(selves.Where(self => (self.CohortId, self.PersonId) != (person.CohortId, person.PersonId))
            .Select(self => people.FindAsync(self.CohortId, self.PersonId, cancellation)));
        return [.. found.OfType<Person>().Where(self => !self.IsErased)];
    }

    /// <summary>The groups that they leave.</summary>
    async Task<IReadOnlyList<string>> RunningAsync(IEnumerable<Person> selves, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(selves.Where(self => self.GroupId is not null)
            .Select(self => groups.FindAsync(self.CohortId, self.GroupId!, cancellation)));
        return [.. found.Where(group => group is { Status: GroupStatus.Active }).Select(group => group!.GroupId)];
    }

    [Function(nameof(ErasePersonData))]
    public Task<IActionResult> ErasePersonData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "erase")] HttpRequest request, string cohortId, string personId,
        [DurableClient] DurableTaskClient client) =>
        ForLeadAsync(request, cohortId, personId, async (reader, person) =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            // About the cohort, and once for a person: that it was done stays, and of whom does not.
            var act = new CommitteeAct(cohortId, time.GetUtcNow(), reader.Member.Id, CohortActs.Erase);
            var end = await acts.DoByOneAsync(cohortId, reader.Member.Id, personId, act, async _ =>
            {
                await client.BeginErasureAsync(new(cohortId, person.PersonId), cancellation);
                return true;
            }, cancellation);
            return end.IsDone
                ? new SeeOther($"{Path(person, "erase")}?{Done}=1")
                : WhoWasFirst.Page(
                    reader, end, ("person.erased.first.title", "person.erased.first.text"), (PeoplePath(cohortId), "people.title"));
        });

    /// <summary>A person who is known, for a lead.</summary>
    Task<IActionResult> ForLeadAsync(
        HttpRequest request, string cohortId, string personId, Func<CommitteeReader, Person, Task<IActionResult>> act) =>
        committee.OpenAsync(request, cohortId, async reader =>
            !reader.Member.Is(CommitteeRole.Lead) ? Say(reader, "person.leads.title", "person.leads.text", StatusCodes.Status403Forbidden)
            : await people.FindAsync(cohortId, personId, request.HttpContext.RequestAborted) is { IsErased: false } person
                ? await act(reader, person)
            : Say(reader, "person.unknown.title", "person.unknown.text", StatusCodes.Status404NotFound));

    async Task<DataExport> ExportAsync(CommitteeReader reader, Person person, HttpRequest request) =>
        (await records.ExportAsync(new(person.CohortId, person.PersonId), reader.Texts, request.HttpContext.RequestAborted))!;

    static HtmlPage Say(CommitteeReader reader, string titleKey, string textKey, int status = StatusCodes.Status200OK) =>
        new(Notice.Create(new(reader.Texts, titleKey, textKey)), status);

    static string Path(Person person, string what) => $"{PeoplePath(person.CohortId)}/{person.PersonId}/{what}";

    static string PeoplePath(string cohortId) => $"/cohorts/{cohortId}/people";
}
