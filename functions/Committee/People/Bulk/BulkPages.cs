using Ilnp.Committee.Acts;
using Ilnp.Committee.People.Actions;
using Ilnp.Forms;
using Ilnp.Orchestration;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.People.Bulk;

/// <summary>
/// The same act about many people: a page that says what it would do, a button that does it, and a page that tells how far it is.
/// </summary>
public sealed class BulkPages(
    CommitteePages committee, PeopleReading people, BulkReading reading,
    IEnumerable<PersonAction> actions, CommitteeActStore acts, PeopleStore store,
    TimeProvider time)
{
    const string Route = "cohorts/{cohortId}/bulk";

    /// <summary>Of the page that tells how far it is: it is not to load itself again.</summary>
    internal const string Still = "still";

    const string SecondsToReload = "5";

    /// <summary>Says what would happen; changes nothing.</summary>
    [Function(nameof(ShowBulk))]
    public Task<IActionResult> ShowBulk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        OpenAsync(request, cohortId, async (reader, found) =>
        {
            var query = request.Query;
            var wish = new BulkWish(
                query[BulkWish.Do].ToString(), query[BulkWish.Of] == BulkWish.All, [.. query[BulkWish.Who].OfType<string>()]);
            if (Find(wish.Act) is not { } action) return Refuse(reader, found.Filter, "bulk.no-act.title", "bulk.no-act.text");
            var chosen = wish.Choose(found.People, found.Everybody);
            return Wrong(reader, found.Filter, chosen) ?? await PageAsync(request, reader, found.Filter, action, chosen, FormReading.Empty);
        });

    /// <summary>Begins it, once for whoever decides the same.</summary>
    [Function(nameof(TakeBulk))]
    public Task<IActionResult> TakeBulk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string cohortId,
        [DurableClient] DurableTaskClient client) =>
        OpenAsync(request, cohortId, async (reader, found) =>
        {
            var posted = await PostedForm.ReadAsync(request);
            string One(string field) => posted.GetValueOrDefault(field) is [var value, ..] ? value : "";
            if (Find(One(BulkWish.Do)) is not { } action) return Refuse(reader, found.Filter, "bulk.no-act.title", "bulk.no-act.text");
            var chosen = BulkWish.Known(One(BulkWish.Ids).Split(' '), found.Everybody);
            if (Wrong(reader, found.Filter, chosen) is { } wrong) return wrong;
            var said = action.Form.Read(posted);
            var shownAt = BulkWish.ShownAt(One(BulkWish.Shown), time.GetUtcNow());
            if (!said.IsValid || shownAt is null)
                return await PageAsync(request, reader, found.Filter, action, chosen, said, isOld: shownAt is null);
            var (plan, note) = BulkRules.Plan(action.Name, shownAt.Value, said.Values, chosen.Select(person => person.PersonId));
            await BeginAsync(reader, plan, note, client, request.HttpContext.RequestAborted);
            return new SeeOther(BulkPlan.PathOf(cohortId, plan.PlanId));
        });

    /// <summary>How far it is; it loads itself again until it has ended, unless somebody wishes to read in peace.</summary>
    [Function(nameof(ShowBulkResult))]
    public Task<IActionResult> ShowBulkResult(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{planId}")] HttpRequest request,
        string cohortId, string planId,
        [DurableClient] DurableTaskClient client) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var decided = (await acts.ListAsync(cohortId, BulkPlan.Subject(planId), cancellation))
                .FirstOrDefault(act => act.Bulk is not null);
            var instance = await client.FindAsync(InstanceIds.Bulk(cohortId, planId), withStatus: true, cancellation: cancellation);
            if (decided is null || (decided.IsDone && instance is null))
                return Say(reader, "bulk.unknown.title", "bulk.unknown.text", StatusCodes.Status404NotFound);
            if (!reader.Member.Is(CommitteeRole.Lead) && decided.MemberId != reader.Member.Id) return NotYours(reader);
            var everybody = (await store.ListAsync(cohortId, cancellation)).ToDictionary(person => person.PersonId);
            var model = new BulkResultModel(reader, decided, instance, everybody) { IsStill = request.Query.ContainsKey(Still) };
            if (model.Reloads) request.HttpContext.Response.Headers["Refresh"] = SecondsToReload;
            return new HtmlPage(BulkResultPage.Create(model));
        });

    /// <summary>Of two who decide the same at the same time, one begins it; the other's act is not written down.</summary>
    Task<PressEnd> BeginAsync(CommitteeReader reader, BulkPlan plan, string? note, DurableTaskClient client, CancellationToken cancellation)
    {
        var (cohort, member) = (reader.Cohort.Id, reader.Member.Id);
        var act = new CommitteeAct(BulkPlan.Subject(plan.PlanId), time.GetUtcNow(), member, plan.Act) { Bulk = plan, Note = note };
        var instance = InstanceIds.Bulk(cohort, plan.PlanId);
        return acts.DoOnceAsync(
            cohort, plan.PlanId, act,
            async _ =>
                await client.StartOnceAsync(nameof(BulkOrchestrator), new BulkRun(cohort, plan.PlanId, member, plan.People), instance)
                    || (await client.FindAsync(instance, withStatus: true, cancellation: cancellation))
                        ?.ReadInputAs<BulkRun>()?.MemberId == member,
            cancellation);
    }

    async Task<IActionResult> PageAsync(
        HttpRequest request, CommitteeReader reader, PeopleFilter filter, PersonAction action,
        IReadOnlyList<Person> chosen, FormReading said, bool isOld = false)
    {
        var preview = await reading.PreviewAsync(reader, action, chosen, request.HttpContext.RequestAborted);
        return new HtmlPage(
            BulkPage.Create(new(reader, preview, filter, said, time.GetUtcNow()) { IsOld = isOld }),
            isOld ? StatusCodes.Status409Conflict : said.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    Task<IActionResult> OpenAsync(HttpRequest request, string cohortId, Func<CommitteeReader, FoundPeople, Task<IActionResult>> page) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var found = await people.FindAsync(
                cohortId, PeopleFilter.Of(name => request.Query[name].ToString()), request.HttpContext.RequestAborted);
            return BulkRules.MayActOnSome(reader, found.Groups, time.GetUtcNow()) ? await page(reader, found) : NotYours(reader);
        });

    PersonAction? Find(string name) => actions.FirstOrDefault(action => action.IsForMany && action.Name == name);

    /// <summary>Null when as many are chosen as can be.</summary>
    static HtmlPage? Wrong(CommitteeReader reader, PeopleFilter filter, IReadOnlyList<Person> chosen) => chosen.Count switch
    {
        0 => Refuse(reader, filter, "bulk.nobody.title", "bulk.nobody.text"),
        > BulkRules.Most => Refuse(reader, filter, "bulk.too-many.title", "bulk.too-many.text"),
        _ => null,
    };

    static HtmlPage Refuse(CommitteeReader reader, PeopleFilter filter, string titleKey, string textKey) => new(
        Notice.Create(new(reader.Texts, titleKey, textKey) { Onward = (filter.Address(reader.Cohort.Id), "bulk.back") }),
        StatusCodes.Status422UnprocessableEntity);

    static HtmlPage NotYours(CommitteeReader reader) =>
        Say(reader, "bulk.not-yours.title", "bulk.not-yours.text", StatusCodes.Status403Forbidden);

    static HtmlPage Say(CommitteeReader reader, string titleKey, string textKey, int status) =>
        new(
            Notice.Create(new(reader.Texts, titleKey, textKey) { Onward = ($"/cohorts/{reader.Cohort.Id}/people", "people.title") }),
            status);
}
