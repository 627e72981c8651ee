using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Mail.Languages;

/// <summary>
/// Where somebody changes the language that we write to them in: all later mails and pages come in it. Looking changes nothing,
/// because mail scanners follow links.
/// </summary>
public sealed class LanguagePage(LanguageLinks links, CohortStore cohorts, PeopleStore people, TextShelf shelf, TimeProvider time)
{
    const string Route = "language/{token}";

    /// <summary>In the address of the page that says that the choice is kept.</summary>
    const string Done = "done";

    [Function(nameof(ShowLanguages))]
    public async Task<IActionResult> ShowLanguages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string token)
    {
        if (await FindAsync(request, token) is not var (cohort, person)) return Unknown(request);
        var words = shelf.In(person.MailLanguage);
        return new HtmlPage(
            LanguageSlice.Create(
                new(words, cohort.NameIn(words.Language), [.. cohort.Languages.Select(Locale.Of)], request.Query.ContainsKey(Done))));
    }

    /// <summary>The second time changes nothing and shows the same.</summary>
    [Function(nameof(ChooseLanguage))]
    public async Task<IActionResult> ChooseLanguage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token)
    {
        if (await FindAsync(request, token) is not var (cohort, person)) return Unknown(request);
        var posted = await PostedForm.ReadAsync(request);
        if (posted.GetValueOrDefault(LanguageSwitch.Language) is not [var chosen] || !cohort.Languages.Contains(chosen))
            return new SeeOther(request.Path);
        await people.UpdateAsync(cohort.Id, person.PersonId, current => current.Choosing(chosen), request.HttpContext.RequestAborted);
        return new SeeOther(Back(request) is { } back ? $"{back}?{ReaderLanguage.Wish}={chosen}" : $"{request.Path}?{Done}=1");
    }

    async Task<(CohortSettings Cohort, Person Person)?> FindAsync(HttpRequest request, string token)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (links.Read(token, time.GetUtcNow()) is not var (cohortId, personId)) return null;
        if (await cohorts.FindAsync(cohortId, cancellation) is not { } cohort) return null;
        return await people.FindAsync(cohortId, personId, cancellation) is { } person ? (cohort, person) : null;
    }

    /// <summary>A page of ours, never an address elsewhere.</summary>
    static string? Back(HttpRequest request) =>
        request.Query["back"].ToString() is ['/', not ('/' or '\\'), ..] path
            && path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.')
            ? path : null;

    HtmlPage Unknown(HttpRequest request) => new(
        Notice.Create(new(shelf.In(ReaderLanguage.Of(request, shelf.Languages)), "link.unknown.title", "link.unknown.text")
        {
            Languages = LanguageSwitch.Shown(request, shelf.Languages),
        }),
        StatusCodes.Status404NotFound);
}

/// <summary>The page with a button for each language.</summary>
/// <param name="Texts">In the language chosen until now.</param>
/// <param name="Programme">The cohort's name.</param>
/// <param name="Choices">In the order offered.</param>
/// <param name="IsDone">Whether one was chosen just now.</param>
public sealed record LanguageModel(PageTexts Texts, string Programme, IReadOnlyList<Locale> Choices, bool IsDone);
