using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Import;

/// <summary>Chooses a file, looks, and presses, as a browser does.</summary>
static partial class ImportVisit
{
    public const string Header =
        "Timestamp,Email Address,Full name,Country,Languages you can use,Areas of interest,Do you have access to the internet and e-mail?,"
        + "Can you communicate at least once every two weeks?,Can you commit to the four months of the program?";

    /// <summary>A file with the programme's questions.</summary>
    public static byte[] File(params string[] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Header)) + "\r\n");

    /// <summary>A row of it, with a day of March 2020.</summary>
    public static string Row(int day, string name, string country = "Peru", string languages = "Spanish") =>
        string.Create(
            CultureInfo.InvariantCulture, $"2020-03-{day:00} 09:00:00,{Address(name)},{name},{country},{languages},Archives,Yes,Yes,Yes");

    static string Address(string name) => $"{name.ToLowerInvariant().Replace(' ', '.')}@library.example";

    /// <summary>The answer to a file; the address of its preview where it was taken.</summary>
    public static async Task<(HttpStatusCode Status, string Html)> ChooseAsync(
        WebHostFixture web, string cohort, string? cookie, byte[] file)
    {
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { part, "file", "answers.csv" } };
        return await SendAsync(web, new(HttpMethod.Post, $"/cohorts/{cohort}/import") { Content = form }, cookie);
    }

    /// <summary>Presses the button that a preview shows.</summary>
    public static async Task<(HttpStatusCode Status, string Html)> PressAsync(
        WebHostFixture web, string path, string? cookie, string page, params (string Name, string Value)[] fields)
    {
        var all = fields.Append(("sure", Sure().Match(page).Groups[1].Value))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var form = new FormUrlEncodedContent(all);
        return await SendAsync(web, new(HttpMethod.Post, path) { Content = form }, cookie);
    }

    /// <summary>Waits until all imports of the cohort have ended; gives how many there were.</summary>
    public static async Task<int> EndedAsync(WebHostFixture web, string cohort)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var count = 0;
        await foreach (var instance in web.Durable.GetAllInstancesAsync(new() { InstanceIdPrefix = $"import-{cohort}-" }))
        {
            await web.Durable.WaitForInstanceCompletionAsync(instance.InstanceId, limit.Token);
            count++;
        }

        return count;
    }

    /// <summary>The figures of a page, by their words.</summary>
    public static Dictionary<string, int> Figures(string page) =>
        Figure().Matches(page)
            .ToDictionary(figure => figure.Groups[2].Value, figure => int.Parse(figure.Groups[1].Value, CultureInfo.InvariantCulture));

    /// <summary>The form's field for a column.</summary>
    public static string FieldOf(string page, string heading) =>
        Select().Matches(page).Single(select => WebUtility.HtmlDecode(select.Groups[2].Value) == $"{heading}: read as").Groups[1].Value;

    /// <summary>What a column is read as.</summary>
    public static string ReadAs(string page, string heading)
    {
        var from = page[page.IndexOf($"name=\"{FieldOf(page, heading)}\"", StringComparison.Ordinal)..];
        return Chosen().Match(from[..from.IndexOf("</select>", StringComparison.Ordinal)]).Groups[1].Value;
    }

    static async Task<(HttpStatusCode Status, string Html)> SendAsync(WebHostFixture web, HttpRequestMessage request, string? cookie)
    {
        using (request)
        {
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            using var answer = await web.Client.SendAsync(request);
            return (answer.StatusCode, answer.Headers.Location?.OriginalString ?? await answer.Content.ReadAsStringAsync());
        }
    }

    [GeneratedRegex("name=\"sure\" value=\"([^\"]+)\"")]
    private static partial Regex Sure();

    [GeneratedRegex("<li><strong>(\\d+)</strong>([^<]+)</li>")]
    private static partial Regex Figure();

    [GeneratedRegex("<select name=\"([^\"]+)\" aria-label=\"([^\"]+)\"")]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();
}
