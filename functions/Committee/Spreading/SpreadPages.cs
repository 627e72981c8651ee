using Ilnp.Announcements;
using Ilnp.Announcements.Pictures;
using Ilnp.Links;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Spreading;

/// <summary>
/// All that marketing needs on one page: flyers to print, pictures and texts to post, the map of
/// reach; from the cohort's days as they are now.
/// </summary>
public sealed class SpreadPages(
    CommitteePages committee, FlyerRenderer flyers, PeopleStore people, IOptions<WebOptions> web)
{
    const string Route = "cohorts/{cohortId}/spread", Png = "image/png";

    static readonly ForLeads Others = new("spread.others.title", "spread.others.text", "", "overview.title");

    [Function(nameof(ShowSpread))]
    public Task<IActionResult> ShowSpread(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        OpenAsync(request, cohortId, async reader => Page(
            await ReadAsync(reader, flyers.Languages.Contains(reader.Cohort.Languages[0]) ? reader.Cohort.Languages[0] : "en", request)));

    [Function(nameof(ShowSpreadIn))]
    public Task<IActionResult> ShowSpreadIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{language}")] HttpRequest request,
        string cohortId, string language) =>
        OpenAsync(request, cohortId, async reader => flyers.Languages.Contains(language)
            ? Page(await ReadAsync(reader, language, request))
            : new SeeOther(Spread.PathOf(cohortId)));

    /// <summary>The flyer on a paper.</summary>
    [Function(nameof(GetFlyer))]
    public Task<IActionResult> GetFlyer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{language}/flyer/{paper}")] HttpRequest request,
        string cohortId, string language, string paper) =>
        OpenAsync(request, cohortId, reader => Task.FromResult<IActionResult>(
            flyers.Languages.Contains(language) && FlyerFormat.All.FirstOrDefault(format => format.Name == paper) is { } format
                ? new FileContentResult(flyers.Render(ModelOf(reader, language), language, format), "application/pdf")
                {
                    FileDownloadName = $"{cohortId}-flyer-{paper}.{language}.pdf",
                }
                : new SeeOther(Spread.PathOf(cohortId))));

    /// <summary>The announcement as a picture for social networks.</summary>
    [Function(nameof(GetSocialPicture))]
    public Task<IActionResult> GetSocialPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{language}/picture/{size}")] HttpRequest request,
        string cohortId, string language, string size) =>
        OpenAsync(request, cohortId, reader => Task.FromResult<IActionResult>(
            flyers.Languages.Contains(language) && SocialFormat.All.FirstOrDefault(format => format.Name == size) is { } format
                ? new FileContentResult(flyers.Picture(ModelOf(reader, language), language, format), Png)
                : new SeeOther(Spread.PathOf(cohortId))));

    /// <summary>As <see cref="GetReachMap"/>, for networks that take no SVG.</summary>
    [Function(nameof(GetReachPicture))]
    public Task<IActionResult> GetReachPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/reach.png")] HttpRequest request,
        string cohortId) =>
        OpenAsync(request, cohortId, async reader =>
            new FileContentResult(ReachMap.Png((await ReadAsync(reader, "en", request)).Countries), Png));

    /// <summary>The countries that applied so far.</summary>
    [Function(nameof(GetReachMap))]
    public Task<IActionResult> GetReachMap(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/reach.svg")] HttpRequest request,
        string cohortId) =>
        OpenAsync(request, cohortId, async reader =>
        {
            var model = await ReadAsync(reader, "en", request);
            return new ContentResult { Content = ReachMap.Svg(model.Countries, model.MapInWords), ContentType = "image/svg+xml" };
        });

    static HtmlPage Page(SpreadModel model) => new(SpreadPage.Create(model));

    async Task<SpreadModel> ReadAsync(CommitteeReader reader, string language, HttpRequest request)
    {
        var applied = await people.ListAsync(reader.Cohort.Id, request.HttpContext.RequestAborted);
        return new(
            reader, language, flyers.Words(ModelOf(reader, language), language),
            LocalDate.Write(reader.Cohort.Dates.ApplicationsClose, language))
        {
            Flyer = ModelOf(reader, language),
            Languages = [.. reader.Cohort.Languages.Where(flyers.Languages.Contains).Union(flyers.Languages)],
            Countries = Spread.Reached(applied),
            Applied = applied.Count,
        };
    }

    FlyerModel ModelOf(CommitteeReader reader, string language) =>
        AnnouncementStore.Model(reader.Cohort, new(web.Value.BaseAddress, $"apply/{reader.Cohort.Id}"), language);

    Task<IActionResult> OpenAsync(HttpRequest request, string cohortId, Func<CommitteeReader, Task<IActionResult>> page) =>
        committee.OpenForAsync(request, cohortId, [CommitteeRole.Lead, CommitteeRole.Marketing], Others, page);
}
