using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Unknown;
using Ilnp.Forms;
using Ilnp.Intake.Stray;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.FormQuestions;

/// <summary>Messages for a round that is not here: a page says what a press causes, which takes them in or throws them away.</summary>
public sealed class StrayPages(UnknownVisits visits, StrayReading reading, StrayPresses presses)
{
    const string Route = "cohorts/{cohortId}/stray-messages/{provider}/{nameId}";

    /// <summary>Names of the acts, which the buttons send.</summary>
    public const string Do = "do", TakeIn = "stray-take-in", ThrowAway = "stray-throw-away";

    /// <summary>Changes nothing.</summary>
    [Function(nameof(ShowStrayMessages))]
    public Task<IActionResult> ShowStrayMessages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string cohortId, string provider, string nameId) =>
        visits.ForLeadOrTechnicalAsync(request, cohortId, async reader =>
            await reading.FindAsync(reader.Cohort, provider, nameId, request.HttpContext.RequestAborted) is { } group
                ? new HtmlPage(StrayPage.Create(new(reader, group)))
                : Gone(reader));

    [Function(nameof(TakeStrayMessages))]
    public Task<IActionResult> TakeStrayMessages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string cohortId, string provider, string nameId,
        [DurableClient] DurableTaskClient client) =>
        visits.ForLeadOrTechnicalAsync(request, cohortId, async reader =>
        {
            var (cancellation, press) = (request.HttpContext.RequestAborted, ActAddress.PressOf(request));
            var posted = (await PostedForm.ReadAsync(request)).GetValueOrDefault(Do);
            var act = posted switch { [TakeIn] => TakeIn, [ThrowAway] => ThrowAway, _ => null };
            if (act is null || LastIn(ActAddress.AboutOf(request)) is not { } last) return Gone(reader);
            var end = await presses.DoAsync(client, reader, new(provider, nameId, last), act, press, cancellation);
            return end.IsDone
                ? new SeeOther(ActAddress.AfterIt(QuestionPaths.Of(cohortId), act))
                : WhoWasFirst.Page(reader, end, ("stray.first.title", "stray.first.text"), (QuestionPaths.Of(cohortId), "questions.title"));
        });

    /// <summary>When the last message came that the page shows, as part of an address: a press is about those.</summary>
    public static string AboutOf(StrayGroup group) => group.Last.UtcTicks.ToString(CultureInfo.InvariantCulture);

    static DateTimeOffset? LastIn(string about) =>
        long.TryParse(about, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? new(ticks, TimeSpan.Zero)
            : null;

    static HtmlPage Gone(CommitteeReader reader) => Say(reader, "stray.gone.title", "stray.gone.text", StatusCodes.Status404NotFound);

    static HtmlPage Say(CommitteeReader reader, string titleKey, string textKey, int status) => new(
        Notice.Create(new(reader.Texts, titleKey, textKey) { Onward = (QuestionPaths.Of(reader.Cohort.Id), "questions.title") }), status);
}

/// <summary>The page of messages for one name.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Group">What there is.</param>
public sealed record StrayModel(CommitteeReader Reader, StrayGroup Group)
{
    public string Action { get; } = ActAddress.Pressed(
        QuestionPaths.OfStrays(Reader.Cohort.Id, Group.Provider, Group.NameId), StrayPages.AboutOf(Group));
}

/// <summary>A group's figures, on its page and in the list.</summary>
public sealed record StrayFigures(CommitteeReader Reader, StrayGroup Group);
