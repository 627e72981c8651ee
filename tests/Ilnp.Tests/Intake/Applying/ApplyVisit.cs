using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Intake.Applying;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Intake.Applying;

/// <summary>Somebody who fills in the app's form and sends it from the page that shows the answers once more.</summary>
static partial class ApplyVisit
{
    /// <summary>A form that is filled in whole.</summary>
    public static readonly (string Name, string Value)[] Filled =
    [
        ("email", "zoe@bibliothek.example"), ("name", "Zoë Müller"), ("country", "Germany"), ("timezone", "Europe/Berlin"),
        ("languages", "German"), ("languages", "English"), ("languages", ""),
        ("interests", "Metadata"), ("interests", "Archives"), ("interests", ""),
        ("library", "Academic library"), ("years", "4"), ("internet", "yes"),
        ("biweekly", "yes"), ("commit", "yes"), ("waited", "no"), ("consent", "1"),
    ];

    /// <summary>The answer to what is sent; where something has to be written otherwise, the page that says so.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        WebHostFixture web, string cohort, IEnumerable<(string Name, string Value)> fields, string? cookie = null)
    {
        List<(string Name, string Value)> all = [.. fields];
        using var shown = await PressAsync(web, cohort, [.. all, Opened(web, secondsAgo: 60)], ApplySteps.Review, cookie);
        if (shown.StatusCode != HttpStatusCode.OK) return await PressAsync(web, cohort, all, ApplySteps.Review, cookie);
        return await PressAsync(web, cohort, [.. all, Shown(await shown.Content.ReadAsStringAsync())], ApplySteps.Send, cookie);
    }

    /// <summary>One press of a button.</summary>
    public static async Task<HttpResponseMessage> PressAsync(
        WebHostFixture web, string cohort, IEnumerable<(string Name, string Value)> fields, string step, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/apply/{cohort}")
        {
            Content = new FormUrlEncodedContent(
                fields.Append((ApplySteps.Button, step)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await web.Client.SendAsync(request);
    }

    /// <summary>When the form was opened.</summary>
    public static (string Name, string Value) Opened(WebHostFixture web, int secondsAgo) =>
        (
            ApplySteps.Opened,
            web.Clock.Now.AddSeconds(-secondsAgo).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What a page that shows the answers sends along.</summary>
    public static (string Name, string Value) Shown(string html) => (ApplySteps.Shown, ShownField().Match(html).Groups[1].Value);

    [GeneratedRegex("name=\"shown\" value=\"([^\"]+)\"")]
    private static partial Regex ShownField();
}
