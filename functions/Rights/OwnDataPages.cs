using Ilnp.Mail.Languages;
using Ilnp.Own;
using Ilnp.Pages;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Rights;

/// <summary>What is held of somebody, as a page and as a file, and the button that erases it; for whoever has their page open.</summary>
public sealed class OwnDataPages(PersonRecords records, OwnSessions sessions, LanguageLinks languages, TextShelf texts)
{
    internal const string DataPath = "me/data", FilePath = "me/data.json", ErasePath = "me/erase";
    const string ErasedPath = "me/erased";

    [Function(nameof(ShowOwnData))]
    public async Task<IActionResult> ShowOwnData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = DataPath)] HttpRequest request)
    {
        if (await sessions.FindAsync(request) is not { } owner || await ExportAsync(owner, request) is not { } export)
            return new SeeOther("/me");
        return new HtmlPage(
            DataPage.Create(new(owner.Words, Layout(request, owner, "own.data.title"), export, $"/{FilePath}", $"/{ErasePath}", "/me")));
    }

    [Function(nameof(GetOwnData))]
    public async Task<IActionResult> GetOwnData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = FilePath)] HttpRequest request)
    {
        if (await sessions.FindAsync(request) is not { } owner || await ExportAsync(owner, request) is not { } export)
            return new SeeOther("/me");
        return DataFile.Of(request, export);
    }

    /// <summary>Says what will happen; changes nothing.</summary>
    [Function(nameof(ShowErasure))]
    public async Task<IActionResult> ShowErasure(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ErasePath)] HttpRequest request)
    {
        if (await sessions.FindAsync(request) is not { } owner) return new SeeOther("/me");
        var facts = new Dictionary<string, string> { ["partners"] = owner.PartnerNames };
        var text = owner.Group is null || owner.HasEnded ? "erase.alone" : "erase.group";
        return new HtmlPage(ErasePage.Create(new(owner.Words, Layout(request, owner, "erase.title"), text, facts, "/me")));
    }

    /// <summary>Begins it and closes the page. A second press finds the page closed and is told the same.</summary>
    [Function(nameof(EraseOwnData))]
    public async Task<IActionResult> EraseOwnData(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ErasePath)] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        if (await sessions.WhoseAsync(request) is not { } who)
            return new SeeOther(await IsBeingErasedAsync(request, client) ? Erased(Words(request).Language) : "/me");
        var language = (await sessions.FindAsync(request))?.Words.Language ?? Words(request).Language;
        await client.BeginErasureAsync(new(who.CohortId, who.PersonId), request.HttpContext.RequestAborted);
        await sessions.EndAsync(request);
        return new SeeOther(Erased(language));
    }

    /// <summary>What happens now, for anybody: it tells nothing of anybody.</summary>
    [Function(nameof(ShowErased))]
    public IActionResult ShowErased([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ErasedPath)] HttpRequest request) =>
        new HtmlPage(
            Notice.Create(
                new(Words(request), "erased.title", "erased.text") { Languages = LanguageSwitch.Shown(request, texts.Languages) }));

    static string Erased(string language) => $"/{ErasedPath}?{ReaderLanguage.Wish}={language}";

    async Task<bool> IsBeingErasedAsync(HttpRequest request, DurableTaskClient client) =>
        sessions.WhoseOnce(request) is var (cohort, person)
            && await client.HasBegunErasureAsync(new(cohort, person), request.HttpContext.RequestAborted);

    LayoutModel Layout(HttpRequest request, Owner owner, string titleKey) =>
        new(owner.Words, owner.Words[titleKey], owner.Cohort.NameIn(owner.Words.Language)) { Languages = languages.Switch(request, owner) };

    PageTexts Words(HttpRequest request) => texts.In(ReaderLanguage.Of(request, texts.Languages));

    Task<DataExport?> ExportAsync(Owner owner, HttpRequest request) =>
        records.ExportAsync(new(owner.Cohort.Id, owner.Person.PersonId), owner.Words, request.HttpContext.RequestAborted);
}
