using System.Globalization;
using Ilnp.Certificates;
using Ilnp.Documents.Typesetting;
using Ilnp.Tests.Documents;
using Ilnp.Texts;
using UglyToad.PdfPig;

namespace Ilnp.Tests.Certificates;

public sealed class CertificateRendererTests
{
    static readonly CertificateRenderer Renderer = new(FontShelf.OfBuild(), new TextFiles<CertificateTexts>("Certificates/Texts"));

    [Theory]
    [InlineData("Zoë McLaughlin-Ødegård", "en")]
    [InlineData("José Ángel Muñoz", "es")]
    [InlineData("Nguyễn Thị Hồng Phượng", "en")]
    [InlineData("Екатерина Щербакова", "ru")]
    [InlineData("Ελευθέριος Παπαδόπουλος", "en")]
    [InlineData("عبد الله بن محمد", "ar")]
    [InlineData("שירה בן דוד", "en")]
    [InlineData("श्रीमती प्रियंका शर्मा", "en")]
    [InlineData("অনন্যা চট্টোপাধ্যায়", "en")]
    [InlineData("தமிழ்ச்செல்வி", "en")]
    [InlineData("ณัฐวุฒิ ศรีสุวรรณ", "en")]
    [InlineData("ნინო ბერიძე", "en")]
    [InlineData("Անահիտ Հովհաննիսյան", "en")]
    [InlineData("ሰላማዊት ገብረማርያም", "en")]
    [InlineData("王晓明", "zh")]
    [InlineData("渡邉 さくら", "ja")]
    [InlineData("김민서", "ko")]
    [InlineData("王小明 (Xiaoming Wang)", "pt")]
    public void GivenANameOfAnyScript_WhenRendered_ThenItCanBeReadBack(string name, string language)
    {
        var pdf = Renderer.Render(Model(name, language));

        using var document = PdfDocument.Open(pdf);
        var said = string.Concat(document.GetPage(1).Letters.Select(letter => letter.Value));
        Assert.Contains(Letters(name.Normalize()), Letters(said), StringComparison.Ordinal);
        Assert.InRange(pdf.Length, 5_000, 60_000);
        Assert.Empty(Renderer.Unprintable(Model(name, language)));
    }

    [Theory]
    [InlineData("en", "Zoë")]
    [InlineData("es", "María de los Ángeles Fernández de la Cruz y Rodríguez de Guadalupe")]
    [InlineData("fr", "Marie-Antoinette de La Rochefoucauld-Montmorency")]
    [InlineData("ru", "Екатерина Владимировна Щербакова-Преображенская")]
    [InlineData("ar", "عبد الرحمن بن محمد بن عبد الله آل سعيد الأنصاري")]
    [InlineData("ja", "渡邉 さくら")]
    [InlineData("ko", "김민서")]
    [InlineData("zh", "王晓明")]
    [InlineData("pt", "Maria da Conceição Albuquerque de Vasconcelos e Sousa")]
    public void GivenLongNames_WhenRendered_ThenNoTextTouchesAnother(string language, string name)
    {
        var model = Model(name, language) with
        {
            Organiser =
                "Comité de la red internacional de intercambio profesional entre bibliotecarias y bibliotecarios de "
                    + "América Latina y el Caribe",
            Programme =
                "International Librarians Networking Program for libraries, archives and documentation centres, spring and summer 2020",
            Signatories =
            [
                new("Maria da Conceição Albuquerque de Vasconcelos e Sousa", "Lead of the programme for Latin America and the Caribbean"),
                new("عبد الرحمن بن محمد بن عبد الله", "Programme lead"),
            ],
        };
        Assert.Empty(TextBoxes.Collisions(Renderer.Render(model)));
    }

    [Fact]
    public void GivenACertificate_WhenRenderedTwice_ThenTheBytesAreTheSame() =>
        Assert.Equal(Renderer.Render(Model("王晓明 Zoë", "zh")), Renderer.Render(Model("王晓明 Zoë", "zh")));

    [Fact]
    public void GivenACertificate_WhenOpened_ThenItHasALanguageATitleTagsAndOnePageInLandscape()
    {
        using var document = PdfDocument.Open(Renderer.Render(Model("Zoë", "es")));
        var catalog = document.Structure.Catalog.CatalogDictionary.ToString();

        Assert.Equal("Certificado de participación · Zoë", document.Information.Title);
        Assert.Contains("Lang", catalog, StringComparison.Ordinal);
        Assert.Contains("StructTreeRoot", catalog, StringComparison.Ordinal);
        Assert.Equal(1, document.NumberOfPages);
        Assert.True(document.GetPage(1).Width > document.GetPage(1).Height);
    }

    [Theory]
    [InlineData("Dr. María de los Ángeles Fernández-Villaverde y Rodríguez de la Concepción Montenegro")]
    [InlineData("Pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopicsilicovolcanoconiosis")]
    [InlineData("أم كلثوم فاطمة بنت إبراهيم بن عبد الرحمن بن محمد السيد البلتاجي القرشي الهاشمي")]
    public void GivenALongName_WhenRendered_ThenAllOfItStandsOnThePage(string name)
    {
        using var document = PdfDocument.Open(Renderer.Render(Model(name, "en")));
        var page = document.GetPage(1);

        Assert.All(page.Letters, letter => Assert.InRange(letter.Location.X, 40, page.Width - 40));
        Assert.True(page.Letters.Count > name.Count(char.IsLetter));
    }

    [Fact]
    public void GivenAHundredTimesTooLongAName_WhenRendered_ThenItIsStillACertificate() =>
        Assert.InRange(Renderer.Render(Model(new string('x', 5_000), "en")).Length, 5_000, 200_000);

    [Fact]
    public void GivenACharacterOfNoTypeface_WhenRendered_ThenTheCommitteeCanBeTold()
    {
        var model = Model("ᎠᎵ Smith", "en");

        using var document = PdfDocument.Open(Renderer.Render(model));
        Assert.Contains(
            "ALiSmith",
            string.Concat(document.GetPage(1).Letters.Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Equal(["Ꭰ", "Ꮅ"], Renderer.Unprintable(model));
    }

    [Fact]
    public void GivenManyAtOnce_WhenRendered_ThenEachIsAsIfAlone()
    {
        string[] names = ["王晓明", "عبد الله", "Zoë", "ณัฐวุฒิ"];
        var alone = names.Select(name => Renderer.Render(Model(name, "en"))).ToArray();

        Parallel.For(0, 40, i => Assert.Equal(alone[i % 4], Renderer.Render(Model(names[i % 4], "en"))));
    }

    static CertificateModel Model(string name, string language) => new()
    {
        CheckUrl = new("https://ilnp.example.org/certificate/k1.AZ3xPwAAcGlsb3QtMjAyMApQMUEyQjNDNEQ1RTZGN0c4SDlKMEsxTDJNM040UDVRNg"),
        Name = name,
        Programme = "Networking Programme 2020",
        From = new(2020, 5, 1),
        To = new(2020, 8, 31),
        IssuedOn = new(2020, 9, 5),
        Language = language,
        Organiser = "Round Table",
        Signatories = [new("Delin Moreau", "Programme lead"), new("José Okafor", "Liaison")],
    };

    /// <summary>The characters without spaces, sorted within right-to-left texts, which readers get in the order of the page.</summary>
    static string Letters(string text)
    {
        var letters = string.Concat(
            text.Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));
        return Bidi.StartsRightToLeft(letters) ? string.Concat(letters.Reverse()) : letters;
    }
}
