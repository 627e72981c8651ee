using Ilnp.Local.Pilot.Sights;
using Ilnp.Local.Running;
using Ilnp.Local.Texts;

namespace Ilnp.Tests.Local.Texts;

/// <summary>Whoever reviews a page's words sees the page, as a pilot kept it.</summary>
public sealed class PagePicturesTests : IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("ilnp-pages-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void GivenPagesThatWereSeen_WhenTextsAreLookedFor_ThenThoseThatShowMostComeFirstAndNoneTwice()
    {
        Keep("inquiry", "es", "<h1>¿Participas?</h1><p>Dinos si sigues  aquí.</p><button>Enviar respuesta</button>");
        Keep("pulse", "es", "<h1>¿Cómo va todo?</h1><p>Hola, Rosa: dinos cómo va.</p><button>Enviar respuesta</button>");
        Keep("survey", "es", "<button>Enviar respuesta</button>");
        Keep("inquiry", "fr", "<p>Dinos si sigues aquí.</p>");

        var seen = Seen("es", "Dinos si sigues aquí.", "¿Participas?", "Enviar respuesta", "Hola, {name}: dinos cómo va.", "No está");

        Assert.Equal(["inquiry", "pulse"], seen.Select(page => page.Name));
    }

    [Fact]
    public void GivenAPageSeenTwice_WhenItIsKept_ThenTheFirstStays()
    {
        Keep("pulse", "ja", "<p>最初のページです</p>");
        var shelf = new PageShelf(new RunFolder(root.FullName));
        shelf.Keep("nudge", Page("ja", "<p>最初のページです</p>"));
        shelf.Keep("nudge", Page("ja", "<p>次のページです</p>"));

        var nudge = Assert.Single(Seen("ja", "最初のページです", "次のページです"), page => page.Name == "nudge");
        Assert.Contains("最初", nudge.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("次の", nudge.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAPage_WhenItIsKept_ThenItNeedsNothingBesideIt()
    {
        Keep("pulse", "ar", "<p>كيف الحال مع شريكك؟</p>");

        var html = Seen("ar", "كيف الحال مع شريكك؟")[0].Html;
        Assert.DoesNotContain("<link rel=\"stylesheet\"", html, StringComparison.Ordinal);
        Assert.Contains("<style>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAShortWordAndALanguageNobodyReads_WhenPagesAreLookedFor_ThenThereAreNone()
    {
        Keep("pulse", "es", "<p>Sí</p>");

        Assert.Empty(Seen("es", "Sí"));
        Assert.Empty(Seen("ko", "파트너와 연락이 되나요?"));
        Assert.Empty(new PagePictures(Path.Combine(root.FullName, "nowhere")).With("es", [("Send answer", "Enviar respuesta")]));
    }

    [Fact]
    public void GivenASheet_WhenItIsRead_ThenThePageStandsBelowItsTextsAndCanDoNothing()
    {
        Keep("pulse", "es", "<p>¿Cómo va todo?</p><script>alert(1)</script>");

        var page = ReviewPage.Of("es", [new("Care/Texts/es.json", "pulse.title", "How is it going?", "¿Cómo va todo?", false)], Pages());

        Assert.Contains("How a page looks: pulse", page, StringComparison.Ordinal);
        Assert.Contains("<iframe sandbox", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAPageThatNobodySawInTheLanguage_WhenItsTextsAreLookedFor_ThenItIsShownInEnglish()
    {
        Keep("nudge", "en", "<p>Are you still there?</p>");
        Keep("pulse", "en", "<p>How is it going?</p>");
        Keep("pulse", "ko", "<p>어떻게 지내고 계세요?</p>");

        var seen = Pages().With("ko", [("Are you still there?", "아직 계신가요?"), ("How is it going?", "어떻게 지내고 계세요?")]);

        Assert.Equal(["pulse", "nudge (English)"], seen.Select(page => page.Name));
    }

    IReadOnlyList<SeenPage> Seen(string language, params IEnumerable<string> texts) =>
        Pages().With(language, texts.Select(text => ($"English of {text}", text)));

    PagePictures Pages() => new(new RunFolder(root.FullName).Pages);

    void Keep(string kind, string language, string body) =>
        new PageShelf(new RunFolder(root.FullName)).Keep(kind, Page(language, body));

    static string Page(string language, string body) =>
        $"<!DOCTYPE html><html lang=\"{language}\"><head><link rel=\"stylesheet\" href=\"/assets/site.css?1\"></head><body>{body}"
            + "</body></html>";
}
