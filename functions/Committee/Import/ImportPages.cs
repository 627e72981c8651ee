using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Intake;
using Ilnp.Intake.Import;
using Ilnp.Intake.Import.Preview;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Import;

/// <summary>A file of applications: chosen, looked at as it will be read, and imported by a press.</summary>
public sealed class ImportPages(
    CommitteePages committee, WaitingFiles files, Imports imports, ImportPreviews previews,
    CommitteeActStore acts, IOptions<IntakeOptions> options, TimeProvider time)
{
    const string Route = "cohorts/{cohortId}/import";
    const string OneFile = Route + "/{fileId}";

    [Function(nameof(ShowImport))]
    public Task<IActionResult> ShowImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        ForLeadAsync(request, cohortId, reader => Task.FromResult<IActionResult>(Choose(reader)));

    /// <summary>Keeps the file for a day; nothing of it counts yet.</summary>
    [Function(nameof(TakeImportFile))]
    public Task<IActionResult> TakeImportFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string cohortId) =>
        ForLeadAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var upload = await Upload.ReadAsync(request, options.Value.MaxFileBytes);
            if (upload.IsTooLarge)
                return Choose(reader, StatusCodes.Status413PayloadTooLarge, reader.Texts.Plain("import.too-large", Limit));
            if (upload.Bytes.Length == 0) return Refuse(reader, reader.Texts["import.empty"]);
            var read = await imports.ReadAsync(reader.Cohort, upload.Bytes, order: null, wished: null, cancellation);
            if (!read.HasRows) return Refuse(reader, [.. read.Problems]);
            return new SeeOther($"{Address(cohortId)}/{await files.KeepAsync(cohortId, upload.Bytes, cancellation)}");
        });

    /// <summary>What the import would do; changes nothing.</summary>
    [Function(nameof(ShowImportPreview))]
    public Task<IActionResult> ShowImportPreview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OneFile)] HttpRequest request, string cohortId, string fileId,
        [DurableClient] DurableTaskClient client) =>
        ForFileAsync(request, cohortId, fileId, () => Task.FromResult(ImportWish.Of(request.Query)), async (reader, read, wish) =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var begun = await client.GetInstanceAsync(read.InstanceId, getInputsAndOutputs: true, cancellation);
            if (ImportDoneModel.Of(reader, read, begun) is { } done) return new HtmlPage(ImportDonePage.Create(done));
            var preview = await previews.OfAsync(reader.Cohort, read, cancellation);
            return new HtmlPage(ImportPreviewPage.Create(new(reader, read, preview, wish)));
        });

    /// <summary>Imports what was shown. What is read otherwise since then is shown first.</summary>
    [Function(nameof(BeginImport))]
    public Task<IActionResult> BeginImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OneFile)] HttpRequest request, string cohortId, string fileId,
        [DurableClient] DurableTaskClient client) =>
        ForFileAsync(request, cohortId, fileId, () => ImportWish.ReadAsync(request), async (reader, read, wish) =>
        {
            var isShown = read.CanBeImported && wish.Values.GetValueOrDefault(ImportWish.Sure) == read.InstanceId;
            var path = $"{Address(cohortId)}/{fileId}{wish.Query(isStale: !isShown)}";
            if (!isShown) return new SeeOther(path);
            var end = await BeginAsync(reader, read, client, request.HttpContext.RequestAborted);
            return end.IsDone
                ? new SeeOther(path)
                : WhoWasFirst.Page(reader, end, ("import.first.title", "import.first.text"), (path, "import.first.look"));
        });

    /// <summary>Of two who import the same at once, one does.</summary>
    Task<PressEnd> BeginAsync(CommitteeReader reader, ReadFile read, DurableTaskClient client, CancellationToken cancellation) =>
        acts.DoByOneAsync(reader.Cohort.Id, reader.Member.Id, read.InstanceId, Written(reader, read), async _ =>
        {
            await imports.RememberAsync(client, read, cancellation);
            await imports.BeginAsync(client, reader.Cohort, read, cancellation);
            return true;
        }, cancellation);

    CommitteeAct Written(
        CommitteeReader reader, ReadFile read) => new(reader.Cohort.Id, time.GetUtcNow(), reader.Member.Id, CohortActs.Import)
        {
            Changes = [new(FieldChange.Rows, "", read.Export.Rows.Count.ToString(CultureInfo.InvariantCulture))],
        };

    /// <summary>A file that waits, read as wished.</summary>
    Task<IActionResult> ForFileAsync(
        HttpRequest request, string cohortId, string fileId, Func<Task<ImportWish>> wished,
        Func<CommitteeReader, ReadFile, ImportWish, Task<IActionResult>> act) =>
        ForLeadAsync(request, cohortId, async reader =>
        {
            if (await files.FindAsync(cohortId, fileId, request.HttpContext.RequestAborted) is not { } body)
                return Say(reader, "import.old.title", "import.old.text", (Address(cohortId), "import.choose"), StatusCodes.Status410Gone);
            var wish = await wished();
            var read = await imports.ReadAsync(reader.Cohort, body, wish.DateOrder, wish.Fields, request.HttpContext.RequestAborted);
            return read.HasRows ? await act(reader, read, wish) : Refuse(reader, [.. read.Problems]);
        });

    Task<IActionResult> ForLeadAsync(HttpRequest request, string cohortId, Func<CommitteeReader, Task<IActionResult>> act) =>
        committee.OpenForLeadAsync(request, cohortId, new("import.leads.title", "import.leads.text", "/people", "people.title"), act);

    HtmlPage Choose(CommitteeReader reader, int status = StatusCodes.Status200OK, params IReadOnlyList<string> problems) =>
        new(ImportPage.Create(new(reader, Limit, problems)), status);

    HtmlPage Refuse(CommitteeReader reader, params IReadOnlyList<string> problems) =>
        Choose(reader, StatusCodes.Status422UnprocessableEntity, problems);

    static HtmlPage Say(CommitteeReader reader, string titleKey, string textKey, (string Path, string TextKey) onward, int status) =>
        new(Notice.Create(new(reader.Texts, titleKey, textKey) { Onward = onward }), status);

    Dictionary<string, string> Limit => new() { ["limit"] = $"{options.Value.MaxFileBytes / 1024 / 1024}" };

    static string Address(string cohortId) => $"/cohorts/{cohortId}/import";
}
