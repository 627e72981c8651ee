using Ilnp.Announcements;
using Ilnp.Announcements.Pictures;
using Ilnp.Documents.Typesetting;
using Ilnp.Tests.Reports;
using Ilnp.Tests.Storage;
using Ilnp.Texts;

namespace Ilnp.Tests.Announcements;

public sealed class AnnouncementStoreTests(AzuriteFixture storage) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task GivenACohort_WhenMadeTwice_ThenEveryLanguageHasItsFlyerAndTexts()
    {
        var store = new AnnouncementStore(storage.Blobs, new(FontShelf.OfBuild(), new TextFiles<AnnouncementTexts>("Announcements/Texts")));
        var cohort = SampleCohort.Settings with { Id = "announced" };

        var files = await store.PutAllAsync(cohort, new("https://ilnp.example.org/apply/announced"));
        await store.PutAllAsync(cohort, new("https://ilnp.example.org/apply/announced"));

        Assert.Equal(9, files.Count);
        Assert.Contains(
            new(
                "日本語", "announced/flyer.ja.pdf", "announced/posts.ja.txt", "announced/square.ja.png", "announced/story.ja.png"),
            files);
        Assert.Equal(
            "PNG"u8.ToArray(), (await store.FindPictureAsync("announced", "ja", SocialFormat.Story))![1..4]);
        Assert.Equal("%PDF-1.7"u8.ToArray(), (await store.FindFlyerAsync("announced", "ja"))![..8]);
        Assert.Null(await store.FindFlyerAsync("announced", "xx"));
    }
}
