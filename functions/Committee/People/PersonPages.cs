using Ilnp.Committee.Acts;
using Ilnp.Committee.People.Actions;
using Ilnp.Forms;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.People;

/// <summary>A person's page, and what the committee can do there: first a page that says what it causes, then a button.</summary>
public sealed class PersonPages(
    CommitteePages committee, PersonFiles files, IEnumerable<PersonAction> actions,
    CommitteeActStore acts, FormCatalogue forms, TimeProvider time)
{
    const string Route = "cohorts/{cohortId}/people/{personId}";
    const string Actions = Route + "/do/{name}";

    /// <summary>The button that confirms changes which were shown.</summary>
    public const string Sure = "sure";

    [Function(nameof(ShowPerson))]
    public Task<IActionResult> ShowPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId, string personId) =>
        committee.OpenAsync(request, cohortId, async reader =>
            await files.ReadAsync(reader, personId, request.HttpContext.RequestAborted) is { } file
                ? new HtmlPage(PersonPage.Create(new(
                    file, [.. actions.Where(action => file.MayAct && action.IsPossible(file))],
                    PersonHistory.Of(file, forms), Find(request.Query[ActAddress.Done].ToString()))))
                : Unknown(reader));

    [Function(nameof(ShowPersonAction))]
    public Task<IActionResult> ShowPersonAction(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Actions)] HttpRequest request,
        string cohortId, string personId, string name) =>
        OpenAsync(
            request, cohortId, personId, name, (file, action) => Task.FromResult<IActionResult>(Page(file, action, action.Filled(file))));

    /// <summary>Changes of the person's data are shown first; the second press does them.</summary>
    [Function(nameof(TakePersonAction))]
    public Task<IActionResult> TakePersonAction(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Actions)] HttpRequest request,
        string cohortId, string personId, string name,
        [DurableClient] DurableTaskClient client) =>
        OpenAsync(request, cohortId, personId, name, async (file, action) =>
        {
            var posted = await PostedForm.ReadAsync(request);
            var reading = action.Check(file, action.Form.Read(posted));
            if (!reading.IsValid) return Page(file, action, reading, StatusCodes.Status422UnprocessableEntity);
            var changes = action.Changes(file, reading);
            if (changes is { Count: 0 }) return new SeeOther(file.Path);
            if (changes is not null && !posted.ContainsKey(Sure)) return Page(file, action, reading, changes: changes);
            var cancellation = request.HttpContext.RequestAborted;
            var act = new CommitteeAct(personId, time.GetUtcNow(), file.Reader.Member.Id, action.Name)
            {
                Changes = changes,
                Note = reading.Of(Note.Field) is [var note] ? note : null,
            };
            var end = await DoAsync(
                request,
                file,
                action,
                act,
                begun => action.ActAsync(file, reading, PersonCall.Of(begun, ActAddress.AboutOf(request), client, cancellation)));
            return end.IsDone
                ? new SeeOther(ActAddress.AfterIt(file.Path, action.Name))
                : WhoWasFirst.Page(file.Reader, end, ("person.changed.title", "person.changed.text"), (file.Path, "person.back"), "person");
        });

    Task<PressEnd> DoAsync(HttpRequest request, PersonFile file, PersonAction action, CommitteeAct act, Func<BegunAct, Task<bool>> does)
    {
        var (id, press, cancellation) = (file.Reader.Cohort.Id, ActAddress.PressOf(request), request.HttpContext.RequestAborted);
        return action.IsForEach
            ? acts.DoOnceAsync(id, press, act, does, cancellation)
            : acts.DoByOneAsync(id, press, ActAddress.SeenIn(request, action.Name), act, does, cancellation);
    }

    Task<IActionResult> OpenAsync(
        HttpRequest request, string cohortId, string personId, string name, Func<PersonFile, PersonAction, Task<IActionResult>> page) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            if (await files.ReadAsync(reader, personId, request.HttpContext.RequestAborted) is not { } file || Find(name) is not { } action)
                return Unknown(reader);
            return file.MayAct
                ? await page(file, action)
                : new HtmlPage(
                    Notice.Create(
                        new(reader.Texts, "person.not-yours.title", "person.not-yours.text") { Onward = (file.Path, "person.back") }),
                    StatusCodes.Status403Forbidden);
        });

    PersonAction? Find(string name) => actions.FirstOrDefault(action => action.Name == name);

    static HtmlPage Page(
        PersonFile file, PersonAction action, FormReading reading,
        int status = StatusCodes.Status200OK, IReadOnlyList<FieldChange>? changes = null) =>
        new(PersonActionPage.Create(new(file, action, reading, changes)), status);

    static HtmlPage Unknown(CommitteeReader reader) => new(
        Notice.Create(new(reader.Texts, "person.unknown.title", "person.unknown.text")
        {
            Onward = ($"/cohorts/{reader.Cohort.Id}/people", "people.title"),
        }),
        StatusCodes.Status404NotFound);
}
