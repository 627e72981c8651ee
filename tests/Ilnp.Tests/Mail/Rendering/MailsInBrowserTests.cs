using Ilnp.Local.Running;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;
using Microsoft.Playwright;

namespace Ilnp.Tests.Mail.Rendering;

/// <summary>
/// Mails as a browser draws them: on the smallest phone and at their full width, by day and by night. Pictures go to the build output.
/// </summary>
public sealed class MailsInBrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots", "mails")).FullName;

    static readonly string[] Shown =
    [
        "application-received", "availability", "availability-reminder", "not-chosen",
        "introduction", "prompt", "pulse", "nudge", "survey-reminder", "certificate",
        "dates-changed", "decision-receipt", "trio-consent",
    ];

    static readonly MailSamples Samples = new(AppParts.Of<MailSample>());

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("ja")]
    public async Task GivenAMail_WhenDrawn_ThenItFitsByDayAndByNight(string language)
    {
        var cohort = SampleMail.Cohort() with { Languages = [.. AppTexts.Shelf.Languages] };
        var page = await browser.OpenAsync(320, script: true);
        foreach (var name in Shown)
        {
            var message = MailSamples.Message(Samples.Of(name)[^1], cohort.Id, language) with
            {
                OwnPage = new("https://ilnp.example.org/me/link/x"),
            };
            var mail = new MailRenderer(MailParts.Templates).Render(message, cohort, new(null, new("https://ilnp.example.org/language/x")));
            foreach (var (width, scheme) in new[]
            {
                (320, ColorScheme.Light), (600, ColorScheme.Light), (320, ColorScheme.Dark), (600, ColorScheme.Dark),
            })
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.SetContentAsync(mail.Html);
                var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(sideways == 0, $"{name} in {language} is {sideways} px too wide at {width}.");
                await page.ScreenshotAsync(
                    new() { Path = Path.Combine(Pictures, $"{name}-{language}-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
                if (width != 320) continue; // what can be read hangs on colours alone
                var broken = await page.BrokenRulesAsync("color-contrast", "link-name", "heading-order");
                Assert.True(broken.Count == 0, $"{name} in {language}, {scheme}: {string.Join("; ", broken)}");
            }
        }

        await page.Context.CloseAsync();
    }
}
