using Ilnp.Committee.Acts;
using Ilnp.Committee.Groups.Actions;
using Ilnp.Committee.People.Actions;
using Ilnp.Forms;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Groups;

/// <summary>A group's page, and what the committee can do there: first a page that says what it causes, then a button.</summary>
public sealed class GroupPages(
    CommitteePages committee, GroupFiles files, IEnumerable<GroupAction> actions,
    CommitteeActStore acts, FormCatalogue forms, TimeProvider time)
{
    const string Route = "cohorts/{cohortId}/groups/{groupId}";
    const string Actions = Route + "/do/{name}";

    [Function(nameof(ShowGroup))]
    public Task<IActionResult> ShowGroup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId, string groupId) =>
        committee.OpenAsync(request, cohortId, async reader =>
            await files.ReadAsync(reader, groupId, request.HttpContext.RequestAborted) is { } file
                ? new HtmlPage(GroupPage.Create(new(
                    file, [.. actions.Where(action => action.MayBy(file) && action.IsPossible(file))], GroupHistory.Of(file, forms),
                    Find(request.Query[ActAddress.Done].ToString()))))
                : Unknown(reader));

    [Function(nameof(ShowGroupAction))]
    public Task<IActionResult> ShowGroupAction(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Actions)] HttpRequest request,
        string cohortId, string groupId, string name) =>
        OpenAsync(request, cohortId, groupId, name, async (file, action) =>
            action.IsPossible(file)
                ? await PageAsync(file, action, FormReading.Empty)
                : Changed(file, new(false) { Latest = file.Acts.MaxBy(act => act.At) }));

    [Function(nameof(TakeGroupAction))]
    public Task<IActionResult> TakeGroupAction(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Actions)] HttpRequest request,
        string cohortId, string groupId, string name,
        [DurableClient] DurableTaskClient client) =>
        OpenAsync(request, cohortId, groupId, name, async (file, action) =>
        {
            var (about, cancellation) = (ActAddress.AboutOf(request), request.HttpContext.RequestAborted);
            var reading = action.Form.Read(await PostedForm.ReadAsync(request));
            if (reading.IsValid) reading = action.Check(file, reading, about);
            if (!reading.IsValid) return await PageAsync(file, action, reading, StatusCodes.Status422UnprocessableEntity);
            var act = new CommitteeAct(groupId, time.GetUtcNow(), file.Reader.Member.Id, action.Name)
            {
                Changes = action.Change(file, reading, about) is { } change ? [change] : null,
                Note = reading.Of(Note.Field) is [var note] ? note : null,
            };
            Task<bool> ActAsync(BegunAct begun) => action.ActAsync(file, reading, new(about, begun, client, cancellation));
            var (press, seen) = (ActAddress.PressOf(request), ActAddress.SeenIn(request, action.Name));
            var end = action.IsForEach
                ? await acts.DoOnceAsync(cohortId, press, act, ActAsync, cancellation)
                : await acts.DoByOneAsync(cohortId, press, seen, act, ActAsync, cancellation);
            return end.IsDone ? new SeeOther(ActAddress.AfterIt(file.Path, action.Name)) : Changed(file, end);
        });

    Task<IActionResult> OpenAsync(
        HttpRequest request, string cohortId, string groupId, string name, Func<GroupFile, GroupAction, Task<IActionResult>> page) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            if (await files.ReadAsync(reader, groupId, request.HttpContext.RequestAborted) is not { } file) return Unknown(reader);
            if (Find(name) is not { } action) return Unknown(reader);
            return action.MayBy(file)
                ? await page(file, action)
                : Say(file, "group.not-yours.title", "group.not-yours.text", StatusCodes.Status403Forbidden);
        });

    GroupAction? Find(string name) => actions.FirstOrDefault(action => action.Name == name);

    static async Task<HtmlPage> PageAsync(GroupFile file, GroupAction action, FormReading reading, int status = StatusCodes.Status200OK) =>
        new(GroupActionPage.Create(new(file, action, reading, await action.ForeseeAsync(file))), status);

    static HtmlPage Changed(GroupFile file, PressEnd end) =>
        WhoWasFirst.Page(file.Reader, end, ("group.changed.title", "group.changed.text"), (file.Path, "group.back"), "group");

    static HtmlPage Say(GroupFile file, string titleKey, string textKey, int status) =>
        new(Notice.Create(new(file.Reader.Texts, titleKey, textKey) { Onward = (file.Path, "group.back") }), status);

    static HtmlPage Unknown(CommitteeReader reader) => new(
        Notice.Create(new(reader.Texts, "group.unknown.title", "group.unknown.text")
        {
            Onward = ($"/cohorts/{reader.Cohort.Id}/groups", "groups.title"),
        }),
        StatusCodes.Status404NotFound);
}
