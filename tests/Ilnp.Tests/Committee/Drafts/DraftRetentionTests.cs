using System.Net;
using Ilnp.Committee.Drafts;
using Ilnp.Mail;
using Ilnp.Privacy;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Drafts;

/// <summary>A draft that nobody touches: whoever saved it is told once, opening it keeps it, and else it goes.</summary>
public sealed class DraftRetentionTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    static readonly DateTimeOffset Saved = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(165, null, null, false, false)]
    [InlineData(166, null, null, true, false)]
    [InlineData(170, null, 166, false, false)]
    [InlineData(180, null, 166, false, true)]
    [InlineData(300, null, null, true, false)] // nobody looked at it for months: it is told first, and kept for that time
    [InlineData(313, null, 300, false, false)]
    [InlineData(314, null, 300, false, true)]
    [InlineData(180, 170, null, false, false)] // opened after the mail
    [InlineData(336, 170, null, true, false)]
    [InlineData(350, 170, 336, false, true)]
    public void GivenADraft_WhenANightLooksAtIt_ThenItIsToldKeptOrLetGo(int day, int? opened, int? told, bool isToBeTold, bool isOver)
    {
        var draft = new CohortDraft("d", "{}", "", "", Saved);
        var care = opened is null && told is null
            ? null
            : new DraftCare(Saved.AddDays(opened ?? 0), told is { } at ? Saved.AddDays(at) : null);
        Assert.Equal(
            (isToBeTold, isOver), (DraftAge.IsToBeTold(draft, care, Saved.AddDays(day)), DraftAge.IsOver(draft, care, Saved.AddDays(day))));
    }

    [Fact]
    public async Task GivenADraftThatNobodyTouches_WhenItsDaysPass_ThenOneMailGoesOpeningKeepsItAndLaterItIsGone()
    {
        var (id, path) = await DraftAsync();

        await NightsAsync(165);
        Assert.Equal(0, await ToldAsync(path));
        await NightsAsync(1);
        await NightsAsync(1);
        Assert.Equal(1, await ToldAsync(path));

        await OpenAsync(id.Cohort, path);
        await NightsAsync(30);
        Assert.NotNull(await web.Get<DraftStore>().FindAsync(id.Draft));

        await NightsAsync(136);
        await NightsAsync(13);
        Assert.NotNull(await web.Get<DraftStore>().FindAsync(id.Draft));
        await NightsAsync(1);
        Assert.Null(await web.Get<DraftStore>().FindAsync(id.Draft));
        Assert.DoesNotContain(id.Draft, (await web.Get<DraftStore>().CaresAsync(default)).Keys);
        Assert.Equal(2, await ToldAsync(path));
    }

    [Fact]
    public async Task GivenADraftThatSomebodyOpensInThatMoment_WhenItWouldGo_ThenItStays()
    {
        var (id, _) = await DraftAsync();
        var (store, told) = (web.Get<DraftStore>(), new DraftCare(web.Clock.Now, web.Clock.Now));
        await store.CareAsync(id.Draft, told, default);
        var read = (await store.FindAsync(id.Draft))!;
        await store.CareAsync(id.Draft, new(web.Clock.Now.AddDays(1)), default);

        Assert.False(await store.TryDeleteAsync(read, told, default));
        Assert.NotNull(await store.FindAsync(id.Draft));
    }

    async Task<((string Cohort, string Draft) Id, string Path)> DraftAsync()
    {
        var cohort = await web.CohortAsync();
        var draft = new CohortDraft(DraftStore.NewId(), """{ "name": "ILNP Spring 2021" }""", "", "Zoë Müller", web.Clock.Now)
        {
            ChangedByAddress = $"lead@{cohort}.example",
        };
        await web.Get<DraftStore>().AddAsync(draft with { Owner = draft.ChangedByAddress });
        return ((cohort, draft.Id), DraftPages.PathOf(draft.Id));
    }

    async Task OpenAsync(string cohort, string path)
    {
        var (status, _) = await CommitteeVisit.GetAsync(web, path, await CommitteeVisit.SignInAsync(web, cohort));
        Assert.Equal(HttpStatusCode.OK, status);
    }

    /// <summary>Mails that lead to the draft.</summary>
    async Task<int> ToldAsync(string path)
    {
        var mails = await Task.WhenAll(web.Mails("draft-goes").Select(entry => web.Get<LocalMailbox>().ReadAsync(entry.FileName)));
        return mails.Count(mail => mail!.Text.Contains(Uri.EscapeDataString(path), StringComparison.Ordinal));
    }

    /// <summary>So many days pass, and then a night.</summary>
    async Task NightsAsync(int days)
    {
        web.Clock.Now = web.Clock.Now.AddDays(days);
        foreach (var kind in web.Get<IEnumerable<IAges>>()) await kind.LetGoAsync(5000, default);
    }
}
