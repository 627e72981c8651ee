using Ilnp.Rights;
using Ilnp.Stories.Questions;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Stories;

/// <summary>The form, the committee's page and the public one in Chromium, on a narrow phone and on a desk.</summary>
public sealed class StoriesInBrowserTests(FreshWebHostFixture web, BrowserFixture browser)
    : IClassFixture<FreshWebHostFixture>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task GivenWordsOfSeveralScripts_WhenThePagesAreShown_ThenEverybodyCanUseThem()
    {
        var visit = await StoryVisit.BeginAsync(web);
        var lead = await CommitteeVisit.SignInAsync(web, visit.Cohort);
        await visit.TellAsync("P1", Telling.Unnamed, "كانت تجربة جميلة.\n\nشكرًا لكم.", (Telling.Language, "ar"));
        await visit.ShowAsync(lead);
        var (link, _) = await visit.TellAsync(
            "P2", Telling.Named, new('w', 300), (Telling.Signed, "Kofi Mensah"), (Telling.Title, new string('h', 120)));
        web.Clock.Now = web.Clock.Now.AddMinutes(11);
        var author = await OwnVisit.OpenAsync(web, visit.Cohort, "P2");
        await CheckAsync("/me/story/picture", author);
        await visit.PictureAsync(author, SamplePictures.Jpeg(1600, 900), new('d', 300));
        foreach (var path in new[] { "/me", "/me/story/picture" }) await CheckAsync(path, author);
        await CheckAsync($"/cohorts/{visit.Cohort}/stories", lead);
        await visit.ShowAsync(lead);
        foreach (var path in new[] { "/stories", "/stories?lang=ar", link }) await CheckAsync(path);
        await web.Get<PersonRecords>().EraseAsync(new(visit.Cohort, "P1"), default);
        await web.Get<PersonRecords>().EraseAsync(new(visit.Cohort, "P2"), default);
        await CheckAsync("/stories");
    }

    async Task CheckAsync(string path, string? cookie = null)
    {
        foreach (var (width, dark) in new[] { (320, true), (1280, false) })
        {
            var page = await browser.OpenAsync(width, dark);
            if (cookie is not null)
                await page.Context.AddCookiesAsync(
                    [new() { Name = cookie.Split('=', 2)[0], Value = cookie.Split('=', 2)[1], Url = web.Address.AbsoluteUri }]);
            await page.GotoAsync(new Uri(web.Address, path).AbsoluteUri);
            Assert.Equal(0, await page.EvaluateAsync<int>(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            await page.IsSoundAsync($"{path} at {width}");
            await page.Context.CloseAsync();
        }
    }
}
