using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Intake.Understanding;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Unknown;

/// <summary>A word whose meaning is said once for everybody who wrote it, or will; and taken back.</summary>
public sealed class WordPages(UnknownVisits visits, UnknownReading reading, Meanings meanings, CommitteeActStore acts)
{
    const string Route = "cohorts/{cohortId}/unknown/words/{wordId}";

    /// <summary>Names of the acts, which the buttons send.</summary>
    public const string Say = "say", Set = "set", LeaveOut = "leave-out", TakeBack = "take-back";

    /// <summary>Changes nothing.</summary>
    [Function(nameof(ShowUnknownWord))]
    public Task<IActionResult> ShowUnknownWord(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId, string wordId) =>
        ForWordAsync(request, cohortId, wordId, (reader, group) => PageAsync(request, reader, group, FormReading.Empty));

    [Function(nameof(TakeUnknownWord))]
    public Task<IActionResult> TakeUnknownWord(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId, string wordId,
        [DurableClient] DurableTaskClient client) =>
        ForWordAsync(request, cohortId, wordId, async (reader, group) =>
        {
            var (posted, choice) = (await PostedForm.ReadAsync(request), new WordChoice(group.Word.Kind, reader.Cohort));
            var act = posted.GetValueOrDefault(Say) switch { [LeaveOut] => LeaveOut, [TakeBack] => TakeBack, _ => Set };
            var read = act == Set ? Check(choice, choice.Form.Read(posted)) : FormReading.Empty;
            if (!read.IsValid) return await PageAsync(request, reader, group, read, StatusCodes.Status422UnprocessableEntity);
            var code = act switch { Set => choice.Find(read.Of(WordChoice.Field)[0])!, TakeBack => group.Said?.Code ?? "", _ => "" };
            var path = UnknownPaths.OfWord(cohortId, wordId);
            return await visits.DoAsync(
                request,
                reader,
                (
                    wordId,
                    act,
                    [new(group.Word.Kind.ToString().ToLowerInvariant(), act == TakeBack ? code : "", act == TakeBack ? "" : code)]),
                (path, path),
                now => IsShown(request, group, act) ? meanings.SayAsync(client, new()
                {
                    CohortId = cohortId,
                    WordId = wordId,
                    Kind = group.Word.Kind,
                    Spelling = group.Word.Spelling,
                    Code = code,
                    MemberId = reader.Member.Id,
                    At = now,
                    IsTakenBack = act == TakeBack,
                    Version = Number(ActAddress.AboutOf(request)) + 1,
                }, request.HttpContext.RequestAborted) : Task.FromResult(false));
        });

    /// <summary>Text of an act.</summary>
    public static string TextKeyOf(CommitteeAct act) => act.Action switch
    {
        LeaveOut => "unknown.act.leave-out",
        TakeBack => "unknown.act.take-back",
        _ => "unknown.act.set",
    };

    /// <summary>Of what the page shows: a press is about that.</summary>
    public static string VersionOf(UnclearGroup group) => (group.Said?.Version ?? 0).ToString(CultureInfo.InvariantCulture);

    /// <summary>What was said since is another member's, or this very press.</summary>
    static bool IsShown(HttpRequest request, UnclearGroup group, string act) =>
        ActAddress.AboutOf(request) is var about
            && (about == VersionOf(group) ? group.IsOpen == (act != TakeBack) : Number(about) + 1 == group.Said?.Version);

    static int Number(string about) => int.TryParse(about, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    static FormReading Check(WordChoice choice, FormReading read) =>
        !read.IsValid || choice.Find(read.Of(WordChoice.Field)[0]) is not null ? read
        : read with { Errors = new Dictionary<string, FormError> { [WordChoice.Field] = new(choice.ErrorKey) } };

    Task<IActionResult> ForWordAsync(
        HttpRequest request, string cohortId, string wordId, Func<CommitteeReader, UnclearGroup, Task<IActionResult>> act) =>
        visits.ForLeadAsync(request, cohortId, async reader =>
            await reading.WordAsync(cohortId, wordId, request.HttpContext.RequestAborted) is { } group
                ? await act(reader, group)
                : UnknownVisits.Gone(reader));

    async Task<IActionResult> PageAsync(
        HttpRequest request, CommitteeReader reader, UnclearGroup group, FormReading read, int status = StatusCodes.Status200OK)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var people = await reading.PeopleAsync(group.Found, int.MaxValue, cancellation);
        return new HtmlPage(
            WordPage.Create(new(
                reader,
                group,
                people,
                await acts.ListAsync(reader.Cohort.Id, group.WordId, cancellation),
                read,
                request.Query[ActAddress.Done].ToString())), status);
    }
}
