using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Drafts;
using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Members;

/// <summary>Who joins, is changed, or leaves: a form, a page that says what it causes, and the button that does it.</summary>
public sealed class MemberPages(
    CommitteePages committee, CommitteeFiles files, MemberPresses presses, CommitteeForms forms, PeopleStore people)
{
    const string New = "cohorts/{cohortId}/committee/new";
    const string Change = "cohorts/{cohortId}/committee/{memberId}/change";
    const string Leave = "cohorts/{cohortId}/committee/{memberId}/leave";

    /// <summary>
    /// Field of the button that does it, of the id that whoever joins was shown with, and of a press that ended half-way.
    /// </summary>
    internal const string Sure = "sure", Id = "id", Press = "press";

    [Function(nameof(ShowNewMember))]
    public Task<IActionResult> ShowNewMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = New)] HttpRequest request, string cohortId) =>
        OpenAsync(request, cohortId, file => Task.FromResult<IActionResult>(Form(file, null, FormReading.Empty, Here(request, file))));

    [Function(nameof(TakeNewMember))]
    public Task<IActionResult> TakeNewMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = New)] HttpRequest request, string cohortId) =>
        OpenAsync(request, cohortId, file => TakeAsync(request, file, null));

    [Function(nameof(ShowMemberChange))]
    public Task<IActionResult> ShowMemberChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Change)] HttpRequest request, string cohortId, string memberId) =>
        OpenAsync(request, cohortId, file => Task.FromResult<IActionResult>(
            file.Cohort.Member(memberId) is { } member ? Form(file, member, MemberForm.Of(member), Here(request, file)) : Gone(file)));

    [Function(nameof(TakeMemberChange))]
    public Task<IActionResult> TakeMemberChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Change)] HttpRequest request, string cohortId, string memberId) =>
        OpenAsync(request, cohortId, file => TakeAsync(request, file, memberId));

    [Function(nameof(ShowLeaving))]
    public Task<IActionResult> ShowLeaving(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Leave)] HttpRequest request, string cohortId, string memberId) =>
        OpenAsync(request, cohortId, async file => file.Cohort.Member(memberId) is { } member
            ? await EffectsAsync(file, new(memberId, member, null), Here(request, file), NothingPosted, request.HttpContext.RequestAborted)
            : Gone(file));

    [Function(nameof(TakeLeaving))]
    public Task<IActionResult> TakeLeaving(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Leave)] HttpRequest request, string cohortId, string memberId) =>
        OpenAsync(request, cohortId, file => TakeAsync(request, file, memberId, leaves: true));

    /// <summary>What ended half-way, of any lead's.</summary>
    [Function(nameof(GoOnWithCommittee))]
    public Task<IActionResult> GoOnWithCommittee(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cohorts/{cohortId}/committee/go-on")] HttpRequest request,
        string cohortId) =>
        OpenAsync(request, cohortId, async file =>
        {
            var press = (await PostedForm.ReadAsync(request)).GetValueOrDefault(Press) is [var one] ? one : "";
            await presses.GoOnAsync(file, press, request.HttpContext.RequestAborted);
            return new SeeOther(press.All(char.IsAsciiLetterOrDigit) ? ActAddress.AfterIt(file.Path, press) : file.Path);
        });

    async Task<IActionResult> TakeAsync(HttpRequest request, CommitteeFile file, string? memberId, bool leaves = false)
    {
        var (posted, cancellation) = (await PostedForm.ReadAsync(request, MostFields), request.HttpContext.RequestAborted);
        if (MemberPresses.Before(request, file) is { } begun) return await DoAsync(request, file, begun);
        if (memberId is not null && file.Cohort.Member(memberId) is null) return Gone(file);
        var before = memberId is null ? null : file.Cohort.Member(memberId);
        var reading = leaves ? FormReading.Empty : MemberForm.Form.Read(posted);
        var isStale = ActAddress.AboutOf(request) != file.Version;
        if (isStale && leaves)
            return await EffectsAsync(file, new(memberId!, before, null), Fresh(request, file), posted, cancellation, isMeanwhile: true);
        if (isStale || !reading.IsValid)
            return Form(file, before, reading, isStale ? Fresh(request, file) : Here(request, file), isMeanwhile: isStale);
        var id = memberId ?? NewId(file, posted, reading);
        var change = new MemberChange(id, before, leaves ? null : MemberForm.Member(reading, before, id));
        if (MemberRules.Wrong(file.Cohort, change) is { Count: > 0 } wrong)
            return leaves
                ? await EffectsAsync(file, change, Here(request, file), posted, cancellation)
                : Form(file, before, reading with { Errors = wrong }, Here(request, file));
        return posted.ContainsKey(Sure)
            ? await DoAsync(request, file, presses.Act(request, file, change, posted))
            : await EffectsAsync(file, change, Here(request, file), posted, cancellation);
    }

    async Task<IActionResult> DoAsync(HttpRequest request, CommitteeFile file, CommitteeAct act)
    {
        if (!await presses.DoAsync(request, file, act)) return await StaleAsync(request, file);
        return act.Member!.Action == MemberChange.Leave && act.Member.MemberId == file.Reader.Member.Id
            ? Say(file, "committee.left-yourself.title", "committee.left-yourself.text", StatusCodes.Status200OK)
            : new SeeOther(ActAddress.AfterIt(file.Path, act.Press!));
    }

    /// <summary>That of the page before, so that the press is known when it comes again.</summary>
    static string NewId(CommitteeFile file, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, FormReading reading)
    {
        string[] taken = [.. file.Cohort.Committee.Select(member => member.Id), .. file.Cohort.FormerCommittee.Select(former => former.Id)];
        var own = CohortNames.IdOf(reading.Of(MemberForm.Name)[0], taken);
        return posted.GetValueOrDefault(Id) is [var shown] && shown == own ? shown : own;
    }

    async Task<IActionResult> EffectsAsync(
        CommitteeFile file, MemberChange change, string address,
        IReadOnlyDictionary<string, IReadOnlyList<string>> posted, CancellationToken cancellation,
        bool isMeanwhile = false)
    {
        var effects = MemberEffects.Of(file, change, forms, posted);
        var members = await Task.WhenAll(
            effects.Groups.SelectMany(group => group.Members).Distinct().Select(id => people.FindAsync(file.Cohort.Id, id, cancellation)));
        var wrong = MemberRules.Wrong(file.Cohort, change).Values.Select(error => error.TextKey).ToList();
        return new HtmlPage(
            MemberChangePage.Create(new(file, effects, members.OfType<Person>().ToDictionary(person => person.PersonId), address)
            {
                WrongKeys = wrong,
                IsMeanwhile = isMeanwhile,
            }),
            isMeanwhile ? StatusCodes.Status409Conflict
                : wrong.Count > 0 ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK);
    }

    Task<IActionResult> OpenAsync(HttpRequest request, string cohortId, Func<CommitteeFile, Task<IActionResult>> page) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var file = await files.ReadAsync(reader, request.HttpContext.RequestAborted);
            return file.IsReadByLead
                ? await page(file)
                : Say(file, "group.not-yours.title", "committee.not-yours.text", StatusCodes.Status403Forbidden);
        });

    static HtmlPage Form(CommitteeFile file, CommitteeMember? before, FormReading reading, string address, bool isMeanwhile = false) => new(
        MemberFormPage.Create(new(file, before, reading, address) { IsMeanwhile = isMeanwhile }),
        isMeanwhile ? StatusCodes.Status409Conflict : reading.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>The address that was opened, with what it is about; a new one where it says nothing of that.</summary>
    static string Here(HttpRequest request, CommitteeFile file) =>
        ActAddress.AboutOf(request).Length > 0 ? $"{request.Path}{request.QueryString}" : Fresh(request, file);

    static string Fresh(HttpRequest request, CommitteeFile file) => ActAddress.Pressed(request.Path, file.Version);

    static HtmlPage Gone(CommitteeFile file) =>
        Say(file, "committee.gone.title", "committee.gone.text", StatusCodes.Status404NotFound, WhoWasLast(file));

    /// <summary>The other's change may have been written down since the file was read.</summary>
    async Task<IActionResult> StaleAsync(HttpRequest request, CommitteeFile file)
    {
        var now = await files.ReadAsync(file.Reader, request.HttpContext.RequestAborted);
        return Say(now, "committee.meanwhile.title", "committee.meanwhile.text", StatusCodes.Status409Conflict, WhoWasLast(now));
    }

    static IHtmlContent? WhoWasLast(CommitteeFile file) =>
        WhoWasFirst.Of(file.Reader, new(false) { Latest = file.Acts is [.., var last] ? last : null });

    static HtmlPage Say(CommitteeFile file, string titleKey, string textKey, int status, IHtmlContent? more = null) =>
        new(Notice.Create(new(file.Reader.Texts, titleKey, textKey) { Onward = (file.Path, "committee.title"), More = more }), status);

    static readonly Dictionary<string, IReadOnlyList<string>> NothingPosted = [];

    /// <summary>A liaison of hundreds of groups has so many fields.</summary>
    const int MostFields = 1200;
}
