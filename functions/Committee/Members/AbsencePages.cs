using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Members;

/// <summary>A liaison is away, and somebody else hears of their groups meanwhile: written down by themselves or by a lead.</summary>
public sealed class AbsencePages(CommitteePages committee, CommitteeFiles files, MemberPresses presses)
{
    const string Route = "cohorts/{cohortId}/committee/{memberId}/absence";

    /// <summary>Name of the button that ends it early.</summary>
    internal const string Back = "back";

    [Function(nameof(ShowAbsence))]
    public Task<IActionResult> ShowAbsence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId, string memberId) =>
        OpenAsync(request, cohortId, memberId, (file, member) => Task.FromResult<IActionResult>(Page(file, member)));

    [Function(nameof(TakeAbsence))]
    public Task<IActionResult> TakeAbsence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId, string memberId) =>
        OpenAsync(request, cohortId, memberId, async (file, member) =>
        {
            var posted = await PostedForm.ReadAsync(request);
            if (MemberPresses.Before(request, file) is { } begun) return await DoAsync(request, file, member, begun);
            if (ActAddress.AboutOf(request) != file.Version) return Page(file, member, posted, isMeanwhile: true);
            var reading = posted.ContainsKey(Back)
                ? new(null, [])
                : AbsenceReading.Of(file.Cohort, member.Id, file.Cohort.Today(file.Now), posted);
            if (reading.WrongKeys.Count > 0) return Page(file, member, posted, reading.WrongKeys);
            var change = new MemberChange(member.Id, member, member with { Absence = reading.Absence });
            return change.IsIn(file.Cohort)
                ? new SeeOther(file.Path)
                : await DoAsync(request, file, member, presses.Act(request, file, change, posted));
        });

    async Task<IActionResult> DoAsync(HttpRequest request, CommitteeFile file, CommitteeMember member, CommitteeAct act) =>
        await presses.DoAsync(request, file, act)
            ? new SeeOther(ActAddress.AfterIt(file.Path, act.Press!))
            : Page(file, member, isMeanwhile: true);

    Task<IActionResult> OpenAsync(
        HttpRequest request, string cohortId, string memberId, Func<CommitteeFile, CommitteeMember, Task<IActionResult>> page) =>
        committee.OpenAsync(request, cohortId, async reader =>
        {
            var file = await files.ReadAsync(reader, request.HttpContext.RequestAborted);
            if (!file.MayNoteAbsenceOf(memberId))
                return Say(file, "group.not-yours.title", "committee.absence.not-yours", StatusCodes.Status403Forbidden);
            return file.Cohort.Member(memberId) is { } member && AbsenceReading.MayBeAway(member)
                ? await page(file, member)
                : Say(file, "committee.gone.title", "committee.absence.no-liaison", StatusCodes.Status404NotFound);
        });

    static HtmlPage Page(
        CommitteeFile file, CommitteeMember member, IReadOnlyDictionary<string, IReadOnlyList<string>>? posted = null,
        IReadOnlyList<string>? wrong = null,
        bool isMeanwhile = false) => new(
            AbsencePage.Create(new(file, member, ActAddress.Pressed($"{file.Path}/{member.Id}/absence", file.Version), posted, wrong ?? [])
            {
                IsMeanwhile = isMeanwhile,
            }),
            isMeanwhile ? StatusCodes.Status409Conflict
                : wrong is null ? StatusCodes.Status200OK
                : StatusCodes.Status422UnprocessableEntity);

    static HtmlPage Say(CommitteeFile file, string titleKey, string textKey, int status) =>
        new(Notice.Create(new(file.Reader.Texts, titleKey, textKey) { Onward = (file.Path, "committee.title") }), status);
}

/// <summary>The page of an absence.</summary>
/// <param name="File">The committee.</param>
/// <param name="Member">Who is away.</param>
/// <param name="Address">What is posted to.</param>
/// <param name="Posted">As typed; null for what is written down.</param>
/// <param name="WrongKeys">Texts of what is wrong with it.</param>
public sealed record AbsenceModel(
    CommitteeFile File, CommitteeMember Member, string Address,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Posted, IReadOnlyList<string> WrongKeys)
{
    public bool IsMeanwhile { get; init; }

    /// <summary>One that is over is none any more.</summary>
    public CommitteeAbsence? Now => Member.Absence is { } absence && absence.Until >= File.Cohort.Today(File.Now) ? absence : null;

    public IEnumerable<CommitteeMember> Candidates => AbsenceReading.Candidates(File.Cohort, Member.Id);

    public Dictionary<string, string> Facts => new() { ["who"] = Member.Name };

    public string Value(string field) => Posted is null ? Written(field) : Posted.GetValueOrDefault(field) is [var typed, ..] ? typed : "";

    string Written(string field) => (Now, field) switch
    {
        (null, _) => "",
        ({ } absence, AbsenceReading.From) => $"{absence.From:yyyy-MM-dd}",
        ({ } absence, AbsenceReading.Until) => $"{absence.Until:yyyy-MM-dd}",
        var (absence, _) => absence.StandInId,
    };
}
