using Ilnp.Committee.Acts;
using Ilnp.Committee.Lists;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Unknown;

/// <summary>What was not understood in a cohort's applications, by what it is and not by whose it is; and what was settled.</summary>
public sealed class UnknownPages(UnknownVisits visits, UnknownReading reading)
{
    /// <summary>Of the list: what is settled, in the place of what is open.</summary>
    public const string Show = "show", Settled = "settled";

    [Function(nameof(ShowUnknown))]
    public Task<IActionResult> ShowUnknown(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts/{cohortId}/unknown")] HttpRequest request,
        string cohortId) =>
        visits.ForLeadAsync(request, cohortId, async reader =>
        {
            var (cancellation, settled) = (request.HttpContext.RequestAborted, request.Query[Show] == Settled);
            var (words, messages) = (reading.WordsAsync(cohortId, cancellation), reading.MessagesAsync(cohortId, cancellation));
            var shown = ListPages.Of([.. (await words).Where(group => group.IsOpen != settled)], request.Query[PageLinks.Page], size: 10);
            var named = await Task.WhenAll(
                shown.Items.Select(async group =>
                    (group.WordId, People: await reading.PeopleAsync(group.Found, UnknownModel.Named, cancellation))));
            return new HtmlPage(UnknownPage.Create(new(
                reader, settled, request.Query[ActAddress.Done].ToString(), shown,
                named.SelectMany(group => group.People.Select(person => (group.WordId, person)))
                    .ToLookup(pair => pair.WordId, pair => pair.person),
                settled ? [] : await reading.WithoutCountryAsync(cohortId, cancellation),
                settled ? [] : await reading.AddressesAsync(cohortId, cancellation),
                [.. (await messages).Where(message => message.IsOpen != settled)])));
        });
}
