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

    /// <summary>An app that has just started does more beside: visits go on until as many in a row took no more than the least.</summary>
    const int Alike = 3;

    const int MostVisits = 60;

    /// <summary>
    /// Machines that run tests have other things to do, and storage on the same two cores: times may be so many times longer than promised.
    /// </summary>
    public const int Busy = 8;

    public static async Task<PageMeasure> OfAsync(WebHostFixture web, ITestOutputHelper output, string what, string path, string cookie)
    {
        var first = await VisitAsync(web, path, cookie);
        var visits = new List<PageMeasure>();
        while (visits.Count < Visits || (!AreAlike(visits) && visits.Count < MostVisits)) visits.Add(await VisitAsync(web, path, cookie));
        var median = visits.Select(visit => visit.Time).Order().ElementAt(visits.Count / 2);
        var trips = visits.Min(visit => visit.Trips);
        output.WriteLine(
            $"{what}: {trips} round trips, {median.TotalMilliseconds:F0} ms, {visits[^1].Bytes / 1000.0:F0} kB; first visit {first.Trips} "
                + $"round trips, {first.Time.TotalMilliseconds:F0} ms");
        return visits[^1] with { Trips = trips, Time = median };
    }

    static bool AreAlike(List<PageMeasure> visits) => visits.TakeLast(Alike).All(visit => visit.Trips == visits.Min(one => one.Trips));

    static async Task<PageMeasure> VisitAsync(WebHostFixture web, string path, string cookie)
    {
        var (before, began) = (web.Get<TransactionCount>().Sent, Stopwatch.GetTimestamp());
        var (status, html) = await CommitteeVisit.GetAsync(web, path, cookie);
        var (trips, time) = (web.Get<TransactionCount>().Sent - before, Stopwatch.GetElapsedTime(began));
        Assert.Equal(HttpStatusCode.OK, status);
        return new(trips, Encoding.UTF8.GetByteCount(html), time);
    }
}
