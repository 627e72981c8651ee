using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Stories;
using Ilnp.Stories.Pictures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.StoryDesk;

/// <summary>
/// What participants wrote for others, for leads and web coordinators: they show it or not, and change none of its words.
/// </summary>
public sealed class StoryDeskPages(
    CommitteePages committee, StoryReading stories, StoryPictureStore pictures, CommitteeActStore acts, StoryPresses presses,
    NoticeAnswers notices)
{
    const string Route = "cohorts/{cohortId}" + StoryDraftActivities.DeskBelow;

    /// <summary>Names of the acts, which the buttons send.</summary>
    public const string Do = "do", Show = "story-show", Words = "story-words", Hide = "story-hide";

    static readonly ForLeads Others = new("stories-desk.others.title", "stories-desk.others.text", "", "overview.title");

    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}{StoryDraftActivities.DeskBelow}";

    /// <summary>Whether somebody of the committee may look here.</summary>
    public static bool MayBy(CommitteeMember member) => Roles.Any(member.Is);

    static readonly CommitteeRole[] Roles = [CommitteeRole.Lead, CommitteeRole.Marketing];

    /// <summary>Changes nothing.</summary>
    [Function(nameof(ShowStoryDesk))]
    public Task<IActionResult> ShowStoryDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        committee.OpenForAsync(request, cohortId, Roles, Others, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var pressed = (await acts.ListAllAsync(cohortId, cancellation)).Where(act => act.Action is Show or Words or Hide)
                .CountBy(act => act.SubjectId).ToDictionary();
            var rows = (await stories.ListAsync(cohortId, cancellation))
                .Select(one => new StoryRow(one.Story, one.Press, pressed.GetValueOrDefault(one.Story.PersonId)));
            return new HtmlPage(StoryDeskPage.Create(new(reader, [.. rows], request.Query[ActAddress.Done].ToString())));
        });

    [Function(nameof(PressStory))]
    public Task<IActionResult> PressStory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{personId}")] HttpRequest request,
        string cohortId, string personId) =>
        committee.OpenForAsync(request, cohortId, Roles, Others, async reader =>
        {
            var posted = (await PostedForm.ReadAsync(request)).GetValueOrDefault(Do);
            if (posted is not [Show or Words or Hide] || StorySeen.Read(ActAddress.AboutOf(request)) is not { } seen)
                return new SeeOther(PathOf(cohortId));
            var press = new StoryDeskPress(personId, seen, posted[0], ActAddress.PressOf(request), ActAddress.SeenIn(request, "story"));
            var end = await presses.DoAsync(reader, press, request.HttpContext.RequestAborted);
            return end.IsDone
                ? new SeeOther(ActAddress.AfterIt(PathOf(cohortId), posted[0]))
                : WhoWasFirst.Page(
                    reader, end, ("stories-desk.changed.title", "stories-desk.changed.text"),
                    (PathOf(cohortId), "stories-desk.title"), "person");
        });

    /// <summary>A picture that somebody of the committee looks at, before anybody else does.</summary>
    [Function(nameof(ShowDeskPicture))]
    public Task<IActionResult> ShowDeskPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{personId}/picture")] HttpRequest request,
        string cohortId, string personId) =>
        committee.OpenForAsync(request, cohortId, Roles, Others, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            return (await stories.FindAsync(cohortId, personId, cancellation))?.Story.Picture is { } picture
                && await pictures.FileAsync(cohortId, picture, cancellation) is { } jpeg
                ? new PictureAnswer(picture, jpeg, isForAll: false)
                : notices.Page(request, UnknownAddressPage.Unknown);
        });

    /// <summary>Where the committee sees the picture of a row.</summary>
    public static string PictureOf(StoryRow row) =>
        $"{PathOf(row.Story.CohortId)}/{row.Story.PersonId}/picture?{row.Story.Picture?.Stamp}";
}

/// <summary>The committee's page of stories.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Rows">What waits comes first.</param>
/// <param name="Done">What was just pressed; empty for nothing.</param>
public sealed record StoryDeskModel(CommitteeReader Reader, IReadOnlyList<StoryRow> Rows, string Done)
{
    /// <summary>Text of what was just done; null for nothing.</summary>
    public string? DoneKey =>
        Done is StoryDeskPages.Show or StoryDeskPages.Words or StoryDeskPages.Hide ? $"stories-desk.done.{Done}" : null;

    /// <summary>Where the buttons of a row post to.</summary>
    public string ActionOf(StoryRow row) => ActAddress.Pressed(
        $"{StoryDeskPages.PathOf(Reader.Cohort.Id)}/{row.Story.PersonId}",
        StorySeen.Of(row.Story).ToString(),
        row.Pressed);
}

/// <summary>Somebody's words on the committee's page.</summary>
/// <param name="Story">The words.</param>
/// <param name="Press">What was pressed last; null for nothing.</param>
/// <param name="Pressed">How often it was pressed about them.</param>
public sealed record StoryRow(Story Story, StoryPress? Press, int Pressed)
{
    public bool IsShown => StoryRules.IsShown(Story, Press);

    public bool Waits => StoryRules.Waits(Story, Press);

    public bool IsPictureShown => StoryRules.IsPictureShown(Story, Press);

    public bool PictureWaits => StoryRules.PictureWaits(Story, Press);
}
