using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Intake.Applying;

/// <summary>The start page: the cohorts that take applications now.</summary>
public sealed class Landing(CohortStore cohorts, TextShelf texts, TimeProvider time)
{
    /// <summary>An optional parameter that must be empty: the way to have a function on the root address.</summary>
    const string Root = "{nothing:maxlength(0)?}";

    [Function(nameof(ShowLanding))]
    public async Task<IActionResult> ShowLanding(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request)
    {
        var now = time.GetUtcNow();
        var open = (await cohorts.ListAsync(request.HttpContext.RequestAborted)).Where(cohort => ApplicationWindow.IsOpen(cohort, now));
        var words = texts.In(ReaderLanguage.Of(request, texts.Languages));
        return new HtmlPage(LandingPage.Create(new(words, [.. open.OrderBy(cohort => cohort.Dates.ApplicationsClose)])
        {
            Languages = LanguageSwitch.Shown(request, texts.Languages),
        }));
    }
}

/// <summary>The start page.</summary>
public sealed record LandingModel(PageTexts Texts, IReadOnlyList<CohortSettings> Open)
{
    /// <summary>The languages to choose from; null where there is one.</summary>
    public LanguageSwitch? Languages { get; init; }
}
