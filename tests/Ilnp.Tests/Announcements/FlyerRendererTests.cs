using System.Text.RegularExpressions;
using Ilnp.Announcements;
using Ilnp.Documents.Typesetting;
using Ilnp.Tests.Documents;
using Ilnp.Texts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;

namespace Ilnp.Tests.Announcements;

public sealed partial class FlyerRendererTests
{
    static readonly FlyerRenderer Renderer = new(FontShelf.OfBuild(), new TextFiles<AnnouncementTexts>("Announcements/Texts"));

    static readonly FlyerModel Model = new()
    {
        Programme = "Networking Program",
        Organiser = "Round Table",
        Deadline = new(2020, 3, 31),
        Months = 4,
        ApplyUrl = new("https://ilnp.example.org/apply/2020-spring"),
        IssuedOn = new(2020, 3, 2),
    };

    public static TheoryData<string> Languages => [.. Renderer.Languages];

    public static TheoryData<string, string, string> LongNames()
    {
        (string Organiser, string Programme)[] names =
        [
            (
                "International Librarians Networking Program committee",
                "International Librarians Networking Program, spring and summer 2020"),
            ("Comité de la red internacional de intercambio profesional entre bibliotecarias y bibliotecarios de "
                + "América Latina y el Caribe",
                "Programa internacional de intercambio entre colegas de bibliotecas, archivos y centros de documentación, "
                    + "primavera y verano de 2020"),
            (
                "اللجنة المنظمة للبرنامج الدولي لتواصل أمناء المكتبات",
                "البرنامج الدولي لتواصل أمناء المكتبات، ربيع وصيف ٢٠٢٠، الدورة الثانية والعشرون"),
            ("国際図書館員ネットワーキングプログラム実行委員会", "国際図書館員ネットワーキングプログラム二〇二〇年春夏期・東アジアと太平洋の図書館員のための交流"),
        ];
        var all = new TheoryData<string, string, string>();
        foreach (var language in Renderer.Languages)
            foreach (var (organiser, programme) in names) all.Add(language, organiser, programme);
        return all;
    }

    [Theory]
    [MemberData(nameof(LongNames))]
    public void GivenLongNames_WhenRendered_ThenNoTextTouchesAnother(string language, string organiser, string programme) =>
        Assert.Empty(TextBoxes.Collisions(Renderer.Render(Model with { Organiser = organiser, Programme = programme }, language)));

    [Theory]
    [MemberData(nameof(LongNames))]
    public void GivenLetterPaper_WhenRendered_ThenNoTextTouchesAnotherAndAllOfItIsOnThePage(
        string language, string organiser, string programme)
    {
        var pdf = Renderer.Render(Model with { Organiser = organiser, Programme = programme }, language, FlyerFormat.Letter);

        using var document = PdfDocument.Open(pdf);
        var page = document.GetPage(1);
        Assert.Equal((612, 792), (page.Width, page.Height));
        Assert.All(page.Letters, letter => Assert.InRange(letter.Location.X, 50, page.Width - 50));
        Assert.All(page.Letters, letter => Assert.InRange(letter.Location.Y, 24, page.Height - 40));
        Assert.Empty(TextBoxes.Collisions(pdf));
    }

    [Fact]
    public void GivenTheTexts_WhenListed_ThenAllLanguagesAreThere() =>
        Assert.Equal(["ar", "en", "es", "fr", "ja", "ko", "pt", "ru", "zh"], Renderer.Languages);

    [Theory]
    [InlineData("en", "31 March 2020", "For four months")]
    [InlineData("es", "31 de marzo de 2020", "Durante cuatro meses")]
    [InlineData("pt", "31 de março de 2020", "Durante quatro meses")]
    [InlineData("ru", "31 марта 2020 г.", "четырёх месяцев")]
    [InlineData("zh", "2020年3月31日", "四个月")]
    [InlineData("ja", "2020年3月31日", "4か月")]
    [InlineData("ko", "2020년 3월 31일", "4개월")]
    public void GivenALanguage_WhenRendered_ThenDeadlineAndLengthAreInIt(string language, string deadline, string length)
    {
        using var document = PdfDocument.Open(Renderer.Render(Model, language));
        var text = Unspaced(string.Concat(document.GetPage(1).Letters.Select(letter => letter.Value)));

        Assert.Contains(Unspaced(deadline), text, StringComparison.Ordinal);
        Assert.Contains(Unspaced(length), text, StringComparison.Ordinal);
        Assert.Contains("ilnp.example.org/apply/2020-spring", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void GivenALanguage_WhenRendered_ThenItIsOneSmallPageThatLinksToTheForm(string language)
    {
        var pdf = Renderer.Render(Model, language);

        using var document = PdfDocument.Open(pdf);
        var page = document.GetPage(1);
        Assert.Equal(1, document.NumberOfPages);
        Assert.InRange(pdf.Length, 10_000, 60_000);
        Assert.Equal(pdf, Renderer.Render(Model, language));
        Assert.All(page.Letters, letter => Assert.InRange(letter.Location.X, 50, page.Width - 50));
        Assert.All(page.GetAnnotations(), link => Assert.Equal(AnnotationType.Link, link.Type));
        Assert.Equal(2, page.GetAnnotations().Count());
    }

    [Fact]
    public void GivenArabic_WhenRendered_ThenTheTextStandsOnTheRight()
    {
        using var document = PdfDocument.Open(Renderer.Render(Model, "ar"));
        var letters = document.GetPage(1).Letters;

        Assert.True(letters.Where(letter => letter.FontSize > 30).Average(letter => letter.Location.X) > document.GetPage(1).Width / 2);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void GivenALanguage_WhenPostsAreWritten_ThenEveryFactIsFilledInAndTheShortOneFits(string language)
    {
        var posts = Renderer.Posts(Model, language);
        var shortest = posts.Split("* * *")[2].Trim();

        Assert.DoesNotMatch(Placeholder, posts);
        Assert.Equal(3, posts.Split("https://ilnp.example.org/apply/2020-spring").Length - 1);
        Assert.InRange(shortest.Length, 40, 280);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void GivenALanguage_WhenTextsForNetworksAreWritten_ThenEachFitsAsItIsCountedThere(string language)
    {
        var words = Renderer.Words(Model, language);

        Assert.InRange(PostLength.OnX(words.Short), 40, PostLength.MostOnX);
        Assert.InRange(PostLength.OnX(words.LastWeek), 40, PostLength.MostOnX);
        Assert.InRange(PostLength.OnMastodon(words.Long), 40, PostLength.MostOnMastodon);
        Assert.All(new[] { words.Chat, words.LastWeek, words.Long, words.Short }, text =>
        {
            Assert.DoesNotMatch(Placeholder, text);
            Assert.Contains("https://ilnp.example.org/apply/2020-spring", text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("Four", 4, 4)]
    [InlineData("图书馆", 6, 3)]
    [InlineData("See https://a.example/very/long/address?with=much now", 31, 31)]
    [InlineData("é👩🏽‍🏫", 3, 2)]
    public void GivenAText_WhenItsLengthIsCounted_ThenItIsAsTheNetworksDo(string text, int onX, int onMastodon) =>
        Assert.Equal((onX, onMastodon), (PostLength.OnX(text), PostLength.OnMastodon(text)));

    [Theory]
    [InlineData(2, "en", "2 months")]
    [InlineData(6, "es", "seis meses")]
    [InlineData(9, "zh", "9个月")]
    public void GivenAnotherLength_WhenFilledIn_ThenItIsSaid(int months, string language, string said) =>
        Assert.Contains(said, Renderer.Posts(Model with { Months = months }, language), StringComparison.Ordinal);

    [Fact]
    public void GivenALanguageWithoutTexts_WhenRendered_ThenItIsEnglish() =>
        Assert.Equal(Renderer.Render(Model, "en"), Renderer.Render(Model, "sw"));

    [Fact]
    public void GivenALongAddress_WhenRendered_ThenTheFlyerStillHoldsTogether()
    {
        var model = Model with
        {
            ApplyUrl = new($"https://a-very-long-name-of-an-app.azurewebsites.example:8443/apply/{new string('x', 60)}"),
            Programme = new string('W', 120),
        };

        using var document = PdfDocument.Open(Renderer.Render(model, "ar"));
        Assert.All(document.GetPage(1).Letters, letter => Assert.InRange(letter.Location.X, 50, document.GetPage(1).Width - 50));
    }

    static string Unspaced(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder { get; }
}
