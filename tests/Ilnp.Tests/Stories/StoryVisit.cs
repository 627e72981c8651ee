using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ilnp.Programme;
using Ilnp.Stories.Questions;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Stories;

/// <summary>A cohort after its end, whose participants tell others, and what the committee and everybody see.</summary>
sealed class StoryVisit(WebHostFixture web, string cohort)
{
    public static readonly DateTimeOffset After = new(2020, 9, 10, 12, 0, 0, TimeSpan.Zero);

    public string Cohort => cohort;

    /// <summary>P1 and P2 took part; the committee has a web coordinator besides.</summary>
    public static async Task<StoryVisit> BeginAsync(WebHostFixture web)
    {
        web.Clock.Now = web.Clock.Now < After ? After : web.Clock.Now.AddHours(1);
        var id = $"c{Guid.NewGuid():N}"[..12];
        var settings = SampleCohort.Settings(id);
        CommitteeMember[] more =
        [
            new() { Id = "web", Name = "Wei Web", Email = $"web@{id}.example", Roles = [CommitteeRole.Marketing] },
            new() { Id = "other", Name = "Ada Other", Email = $"other@{id}.example", Roles = [CommitteeRole.Lead] },
        ];
        await web.Get<CohortStore>().TryAddAsync(settings with { Committee = [.. settings.Committee, .. more] });
        foreach (var (person, name) in new[] { ("P1", "Wanjiru Kamau"), ("P2", "Kofi Mensah") })
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(id, person, name, "KE", Standing.Active) with { Email = $"{person}@{id}.example".ToLowerInvariant() });
        return new(web, id);
    }

    /// <summary>By the button of their own page and the form behind it; gives the form's address and what it answers.</summary>
    public async Task<(string Link, HttpStatusCode Status)> TellAsync(
        string person, string consent, string text = "It was good.", params (string Name, string Value)[] more)
    {
        var cookie = await OwnVisit.OpenAsync(web, cohort, person);
        var action = (await CommitteeVisit.GetAsync(web, "/me", cookie)).Html.Contains("/me/do/story/write", StringComparison.Ordinal)
            ? "write" : "change";
        var link = await OwnVisit.PressAsync(web, cookie, Telling.Name, action);
        return (link, await PostAsync(link, consent, text, more));
    }

    public async Task<HttpStatusCode> PostAsync(string link, string consent, string text, params (string Name, string Value)[] more)
    {
        web.Clock.Now = web.Clock.Now.AddMinutes(1);
        using var answer = await web.Client.PostAsync(link, new FormUrlEncodedContent(
        [
            KeyValuePair.Create(Telling.Consent, consent), KeyValuePair.Create(Telling.Text, text),
            .. more.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]));
        return answer.StatusCode;
    }

    /// <summary>By the form of whoever has their own page open; gives what it answers.</summary>
    public async Task<(HttpStatusCode Status, string? Onward, string Html)> PictureAsync(string cookie, byte[] file, string says)
    {
        using var form = new MultipartFormDataContent { { new StringContent(says), "description" } };
        form.Add(new ByteArrayContent(file), "file", file.Length == 0 ? "\"\"" : "picture.jpg");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/me/story/picture") { Content = form };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What their own page says of their words.</summary>
    public async Task<string> CardAsync(string person)
    {
        web.Clock.Now = web.Clock.Now.AddMinutes(11); // a key of its own
        var (_, html) = await CommitteeVisit.GetAsync(web, "/me", await OwnVisit.OpenAsync(web, cohort, person));
        return new HtmlParser().ParseDocument(html).QuerySelector("[data-card=story]")?.TextContent ?? "";
    }

    /// <summary>The committee's page.</summary>
    public async Task<IHtmlDocument> DeskAsync(string cookie) =>
        new HtmlParser().ParseDocument((await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/stories", cookie)).Html);

    /// <summary>Where the buttons about the first words post to.</summary>
    public async Task<string> WayAsync(string cookie) => (await DeskAsync(cookie)).QuerySelector("article form")!.GetAttribute("action")!;

    public async Task<(HttpStatusCode Status, string Html)> PressAsync(string way, string cookie, string action)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, way)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("do", action)]),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>All that waits is shown.</summary>
    public async Task ShowAsync(string cookie) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await PressAsync(await WayAsync(cookie), cookie, "story-show")).Status);

    /// <summary>What everybody reads on the page; the feed has the same.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string language = "en")
    {
        var page = new HtmlParser().ParseDocument(await web.Client.GetStringAsync($"/stories?lang={language}"));
        var read = page.QuerySelectorAll("article").ToList();
        using var reader = XmlReader.Create(await web.Client.GetStreamAsync($"/stories/feed?lang={language}"));
        var feed = SyndicationFeed.Load(reader);
        Assert.Equal(read.Select(article => $"http://localhost/stories#{article.Id}"), feed.Items.Select(item => item.Id));
        return
        [
            .. read.Select(article => article.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Select(words => string.Join(' ', words)),
        ];
    }
}
