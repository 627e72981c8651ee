using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Azure.Storage.Blobs;
using Ilnp.Mail;
using Ilnp.Rights;
using Ilnp.Stories.Pictures;
using Ilnp.Stories.Questions;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Stories;

/// <summary>A picture beside words for others, from its author to everybody and back, as each of them sees it.</summary>
public sealed class StoryPictureTests(FreshWebHostFixture web) : IClassFixture<FreshWebHostFixture>, IAsyncLifetime
{
    const string Sea = "The sea in winter.";

    StoryVisit visit = null!;
    string lead = "", link = "", author = "";

    public async Task InitializeAsync()
    {
        visit = await StoryVisit.BeginAsync(web);
        lead = await CommitteeVisit.SignInAsync(web, visit.Cohort);
        (link, _) = await visit.TellAsync("P1", Telling.Unnamed);
        web.Clock.Now = web.Clock.Now.AddMinutes(11);
        author = await OwnVisit.OpenAsync(web, visit.Cohort, "P1");
    }

    /// <summary>Nothing is left, neither on the page nor as a file.</summary>
    public async Task DisposeAsync()
    {
        foreach (var person in new[] { "P1", "P2" }) await web.Get<PersonRecords>().EraseAsync(new(visit.Cohort, person), default);
        Assert.Empty(await visit.ReadAsync());
        Assert.Empty(await FilesAsync());
    }

    [Fact]
    public async Task GivenAPicture_WhenTheCommitteeShowsIt_ThenAndOnlyThenEverybodySeesIt()
    {
        await visit.ShowAsync(lead);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(SamplePictures.FromCamera(6), Sea)).Status);
        Assert.Null(await ShownAsync()); // the words stay, the picture waits
        Assert.Single(await visit.ReadAsync());
        Assert.Contains("waits for the committee", await visit.CardAsync("P1"), StringComparison.Ordinal);
        var desk = (await visit.DeskAsync(lead)).QuerySelector("figure img")!;
        Assert.Equal(Sea, desk.GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk.GetAttribute("src")!, lead));

        await visit.ShowAsync(lead);

        var image = await ShownAsync();
        Assert.Equal((Sea, "40", "80"), (image!.AlternativeText, image.GetAttribute("width"), image.GetAttribute("height")));
        using var file = await web.Client.GetAsync(image.GetAttribute("src"));
        Assert.Equal("image/jpeg", file.Content.Headers.ContentType!.MediaType);
        Assert.True(file.Headers.CacheControl!.NoCache);
        Assert.DoesNotContain(SamplePictures.Place, await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("P1", image.GetAttribute("src"), StringComparison.Ordinal);
        var feed = await web.Client.GetStringAsync("/stories/feed");
        Assert.Contains($"http://localhost{image.GetAttribute("src")}", feed, StringComparison.Ordinal);
        Assert.Contains(Sea, feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAShownPicture_WhenItIsChangedOrDescribedAnew_ThenItLeavesThePageUntilItIsSeenAnew()
    {
        await ShowPictureAsync();
        var address = (await ShownAsync())!.GetAttribute("src")!;
        foreach (var (file, says) in new[] { (Array.Empty<byte>(), "The lake in winter."), (SamplePictures.Png(), "The lake in winter.") })
        {
            web.Clock.Now = web.Clock.Now.AddMinutes(1);
            Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(file, says)).Status);
            Assert.Null(await ShownAsync());
            Assert.Single(await visit.ReadAsync());
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
            await visit.ShowAsync(lead);
            Assert.Equal("The lake in winter.", (await ShownAsync())!.AlternativeText);
        }

        Assert.Single(await FilesAsync()); // the former file is gone
    }

    [Fact]
    public async Task GivenWordsThatAreChanged_WhenThePictureStays_ThenBothWait()
    {
        await ShowPictureAsync();
        await visit.PostAsync(link, Telling.Unnamed, "It was better.");
        Assert.Empty(await visit.ReadAsync());
        Assert.Contains("Your picture waits", await visit.CardAsync("P1"), StringComparison.Ordinal);
        await visit.ShowAsync(lead);
        Assert.NotNull(await ShownAsync());
    }

    [Fact]
    public async Task GivenAShownPicture_WhenItsWordsAreTakenBack_ThenItsFileIsDeletedAtOnce()
    {
        await ShowPictureAsync();
        var address = (await ShownAsync())!.GetAttribute("src")!;
        await visit.PostAsync(link, Telling.No, "");
        Assert.Empty(await FilesAsync());
        Assert.Null(await web.Get<StoryPictureStore>().FindAsync(visit.Cohort, "P1"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
        // Without words there is no page for a picture either.
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync("/me/story/picture", author));
        Assert.Equal("/me", (await SendAsync(SamplePictures.Jpeg(), Sea)).Onward);
        Assert.Empty(await FilesAsync());
    }

    [Fact]
    public async Task GivenAShownPicture_WhenItsAuthorDeletesIt_ThenTheWordsStayAndTheCoordinatorHears()
    {
        await ShowPictureAsync();
        Assert.Contains("stands beside your words", await OwnPageAsync(), StringComparison.Ordinal);
        var (status, onward, _) = await PostAsync("/me/story/picture/remove", author, new FormUrlEncodedContent([]));
        Assert.Equal((HttpStatusCode.SeeOther, "/me/story/picture?done=removed"), (status, onward));
        Assert.Null(await ShownAsync());
        Assert.Single(await visit.ReadAsync());
        Assert.Empty(await FilesAsync());
        var mails = await MailsAsync();
        Assert.Equal(
            ["ILNP Spring 2020: a new story, as a draft", "ILNP Spring 2020: a picture was taken back"],
            mails.Select(mail => mail.Subject).Order());
        Assert.DoesNotContain(Sea, mails[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPictureThatIsAddedLater_WhenItHasSettled_ThenTheCoordinatorHearsWhatIsOnIt()
    {
        await MailsAsync();
        await SendAsync(SamplePictures.Jpeg(), "First said.");
        web.Clock.Now = web.Clock.Now.AddMinutes(1);
        await SendAsync([], "The *sea*\n in winter.");
        var mail = Assert.Single(await MailsAsync(), mail => mail.Subject.Contains("picture", StringComparison.Ordinal));
        Assert.Contains("The *sea* in winter.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("> It was good.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("First", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPicture_WhenTheCommitteeShowsTheWordsWithoutIt_ThenTheAuthorReadsSo()
    {
        await SendAsync(SamplePictures.Jpeg(), Sea);
        await visit.PressAsync(await visit.WayAsync(lead), lead, "story-words");
        Assert.Single(await visit.ReadAsync());
        Assert.Null(await ShownAsync());
        Assert.Contains("looked at your picture and does not show it", await OwnPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPictureThatIsChangedWhileAMemberReads_WhenTheMemberPresses_ThenNothingIsShown()
    {
        await SendAsync(SamplePictures.Jpeg(), Sea);
        var way = await visit.WayAsync(lead);
        await SendAsync(SamplePictures.Png(), "Something else.");
        Assert.Equal(HttpStatusCode.Conflict, (await visit.PressAsync(way, lead, "story-show")).Status);
        Assert.Empty(await visit.ReadAsync());
    }

    [Theory]
    [InlineData("", Sea, "No picture was chosen")]
    [InlineData("gif", Sea, "neither a JPEG nor a PNG")]
    [InlineData("large", Sea, "larger than 8 MB")]
    [InlineData("huge", Sea, "larger than 8 MB")]
    [InlineData("jpeg", " ", "Please say what can be seen")]
    [InlineData("jpeg", "From p1@library.example", "There is a mail address in it")]
    public async Task GivenWhatIsNotTaken_WhenItIsSent_ThenThePageSaysWhyAndWhatWasKept(string file, string says, string why)
    {
        var (status, html) = await WrongAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("The picture was not kept", html, StringComparison.Ordinal);
        Assert.Contains(why, html, StringComparison.Ordinal);
        if (file == "gif") Assert.Contains($">{Sea}</textarea>", html, StringComparison.Ordinal);
        Assert.Empty(await FilesAsync());

        await SendAsync(SamplePictures.Jpeg(), Sea);
        if (file == "") return; // with a picture, none has to be sent again
        (_, html) = await WrongAsync();
        Assert.Contains("the picture that you sent before stays as it was", html, StringComparison.Ordinal);
        Assert.Equal(Sea, (await web.Get<StoryPictureStore>().FindAsync(visit.Cohort, "P1"))!.Description);

        async Task<(HttpStatusCode, string)> WrongAsync()
        {
            var answer = await SendAsync(FileOf(file), says);
            return (answer.Status, answer.Html);
        }
    }

    [Fact]
    public async Task GivenSomebodyElse_WhenTheyLook_ThenTheySeeNoPictureOfOthers()
    {
        await SendAsync(SamplePictures.Jpeg(), Sea);
        var picture = (await web.Get<StoryPictureStore>().FindAsync(visit.Cohort, "P1"))!;
        var other = await OwnVisit.OpenAsync(web, visit.Cohort, "P2");
        foreach (var path in new[] { "/me/story/picture", "/me/story/picture/file" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(path, other));
            Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(path));
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/stories/pictures/{visit.Cohort}/{picture.Id}"));
        var liaison = await CommitteeVisit.SignInAsync(web, visit.Cohort, "liaison");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"/cohorts/{visit.Cohort}/stories/P1/picture", liaison));
    }

    [Fact]
    public async Task GivenTheirOwnData_WhenTakenAlong_ThenThePictureIsInIt()
    {
        await SendAsync(SamplePictures.Jpeg(), Sea);
        var data = await CommitteeVisit.GetAsync(web, "/me/data.json", author);
        Assert.Contains(Sea, data.Html, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument((await CommitteeVisit.GetAsync(web, "/me/data", author)).Html);
        Assert.Contains("picture.jpg", page.QuerySelector("[data-card=story-picture]")!.TextContent, StringComparison.Ordinal);
    }

    async Task ShowPictureAsync()
    {
        await SendAsync(SamplePictures.Jpeg(), Sea);
        await visit.ShowAsync(lead);
    }

    Task<(HttpStatusCode Status, string? Onward, string Html)> SendAsync(byte[] file, string says) =>
        visit.PictureAsync(author, file, says);

    async Task<(HttpStatusCode Status, string? Onward, string Html)> PostAsync(string path, string cookie, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
    }

    async Task<string> OwnPageAsync() => (await CommitteeVisit.GetAsync(web, "/me/story/picture", author)).Html;

    async Task<HttpStatusCode> StatusAsync(string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>On the public page; null for none.</summary>
    async Task<IHtmlImageElement?> ShownAsync() =>
        new HtmlParser().ParseDocument(await web.Client.GetStringAsync("/stories")).QuerySelector<IHtmlImageElement>("article img");

    async Task<IReadOnlyList<string>> FilesAsync()
    {
        var files = new List<string>();
        var container = web.Get<BlobServiceClient>().GetBlobContainerClient(StoryPictureStore.Container);
        await container.CreateIfNotExistsAsync();
        await foreach (var blob in container.GetBlobsAsync()) files.Add(blob.Name);
        return files;
    }

    /// <summary>To the web coordinator, when all has settled.</summary>
    async Task<IReadOnlyList<MailboxMail>> MailsAsync()
    {
        web.Clock.Now = web.Clock.Now.AddMinutes(20);
        await web.Durable.EndAsync($"story-{visit.Cohort}-");
        var mails = await Task.WhenAll(web.Mails("story-written").Select(mail => web.Get<LocalMailbox>().ReadAsync(mail.FileName)));
        return
        [
            .. mails.OfType<MailboxMail>().Where(mail => mail.To[0].Address == $"web@{visit.Cohort}.example")
                .OrderBy(mail => mail.Subject, StringComparer.Ordinal),
        ];
    }

    static byte[] FileOf(string kind) => kind switch
    {
        "jpeg" => SamplePictures.Png(),
        "gif" => "GIF89a"u8.ToArray(),
        "large" => new byte[PictureFile.Largest + 1],
        "huge" => new byte[(3 * PictureFile.Largest) + 1],
        _ => [],
    };
}
