using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.People.Bulk;

/// <summary>Looks at what an act about many would do, and presses its button.</summary>
static partial class BulkVisit
{
    /// <summary>The page that says what would happen.</summary>
    public static Task<(HttpStatusCode Status, string Html)> LookAsync(WebHostFixture web, string cohort, string cookie, string query) =>
        CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/bulk?{query}", cookie);

    /// <summary>The fields of its form, as a browser would post them.</summary>
    public static Dictionary<string, string> FieldsOf(string html) =>
        HiddenField().Matches(html).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));

    public static async Task<(HttpStatusCode Status, string Html)> PressAsync(
        WebHostFixture web, string cohort, string cookie, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cohorts/{cohort}/bulk")
        {
            Content = new FormUrlEncodedContent(fields),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (
            answer.StatusCode,
            answer.StatusCode == HttpStatusCode.SeeOther
                ? answer.Headers.Location!.OriginalString
                : await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The page of the result, once it has ended.</summary>
    public static async Task<string> EndAsync(WebHostFixture web, string cohort, string cookie, string path)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await web.Durable.WaitForInstanceCompletionAsync(InstanceIds.Bulk(cohort, path.Split('/')[^1]), limit.Token);
        return WebUtility.HtmlDecode((await CommitteeVisit.GetAsync(web, path, cookie)).Html)
            .Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
