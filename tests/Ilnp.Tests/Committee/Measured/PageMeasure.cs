using System.Diagnostics;
using System.Net;
using System.Text;
using Ilnp.Storage;
using Ilnp.Tests.Pages;
using Xunit.Abstractions;

namespace Ilnp.Tests.Committee.Measured;

/// <summary>What a page takes, by the median of several visits; the first one, which warms the machine up, is told beside it.</summary>
/// <param name="Trips">Requests to storage: of the visit that had the fewest, since the app has other things to do beside.</param>
/// <param name="Bytes">Of the page's HTML, as it is before it is compressed.</param>
/// <param name="Time">Median.</param>
sealed record PageMeasure(long Trips, int Bytes, TimeSpan Time)
{
    const int Visits = 5;

    /// <summary>Requests that take nothing of storage, in whose time an app that is at rest takes nothing either.</summary>
    const int Looks = 20;

    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Machines that run tests have other things to do, and storage on the same two cores: times may be so many times longer than promised.
    /// </summary>
    public const int Busy = 8;

    public static async Task<PageMeasure> OfAsync(WebHostFixture web, ITestOutputHelper output, string what, string path, string cookie)
    {
        var first = await VisitAsync(web, path, cookie);
        var visits = new List<PageMeasure>();
        await RestAsync(web);
        for (var visit = 0; visit < Visits; visit++) visits.Add(await VisitAsync(web, path, cookie));
        var median = visits.Select(visit => visit.Time).Order().ElementAt(Visits / 2);
        var trips = visits.Min(visit => visit.Trips);
        output.WriteLine(
            $"{what}: {trips} round trips, {median.TotalMilliseconds:F0} ms, {visits[^1].Bytes / 1000.0:F0} kB; first visit {first.Trips} "
                + $"round trips, {first.Time.TotalMilliseconds:F0} ms");
        return visits[^1] with { Trips = trips, Time = median };
    }

    /// <summary>
    /// An app that has just started looks through all cohorts that earlier tests left: until that is over, or for so long at most.
    /// </summary>
    static async Task RestAsync(WebHostFixture web)
    {
        var (count, began) = (web.Get<TransactionCount>(), Stopwatch.GetTimestamp());
        for (long before = -1; before != count.Sent && Stopwatch.GetElapsedTime(began) < Longest;)
        {
            before = count.Sent;
            for (var look = 0; look < Looks; look++) await web.Client.GetStringAsync("/health/live");
        }
    }

    static async Task<PageMeasure> VisitAsync(WebHostFixture web, string path, string cookie)
    {
        var (before, began) = (web.Get<TransactionCount>().Sent, Stopwatch.GetTimestamp());
        var (status, html) = await CommitteeVisit.GetAsync(web, path, cookie);
        var (trips, time) = (web.Get<TransactionCount>().Sent - before, Stopwatch.GetElapsedTime(began));
        Assert.Equal(HttpStatusCode.OK, status);
        return new(trips, Encoding.UTF8.GetByteCount(html), time);
    }
}
