using Ilnp.Announcements;
using Ilnp.Announcements.Pictures;
using Ilnp.Documents.Typesetting;
using Ilnp.Texts;
using SkiaSharp;

namespace Ilnp.Tests.Announcements;

/// <summary>Announcements as pictures, in every script and with long names.</summary>
public sealed class SocialPictureTests
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

    public static TheoryData<string, string> Each()
    {
        var all = new TheoryData<string, string>();
        foreach (var language in Renderer.Languages)
            foreach (var format in SocialFormat.All) all.Add(language, format.Name);
        return all;
    }

    public static TheoryData<string, string, string> LongNames()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var row in FlyerRendererTests.LongNames()) all.Add((string)row[0], (string)row[1], (string)row[2]);
        all.Add("en", "", new string('W', 120));
        return all;
    }

    [Theory]
    [MemberData(nameof(LongNames))]
    public void GivenLongNames_WhenDrawn_ThenEveryLineIsInsideAndNoneTouchesAnother(string language, string organiser, string programme)
    {
        var model = Model with
        {
            Organiser = organiser,
            Programme = programme,
            ApplyUrl = new($"https://a-very-long-name-of-an-app.azurewebsites.example:8443/apply/{new string('x', 60)}"),
        };
        foreach (var format in SocialFormat.All)
        {
            using var canvas = Renderer.Drawn(model, language, format);
            Keep($"{format.Name}-{language}-{programme.Length}-long", canvas.ToPng());
            Assert.All(canvas.Lines, line => Assert.True(Room(format).Contains(line.Ink), $"'{line.Text}' {line.Ink} leaves {format}."));
            foreach (var (number, line) in canvas.Lines.Index())
                Assert.All(canvas.Lines.Skip(number + 1), other => Assert.False(
                    other.Ink.IntersectsWith(line.Ink), $"'{line.Text}' {line.Ink} and '{other.Text}' {other.Ink} overlap in {format}."));
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void GivenALanguage_WhenDrawn_ThenItIsTheSamePngOfThatSizeEachTime(string language, string size)
    {
        var format = SocialFormat.All.Single(one => one.Name == size);
        var png = Renderer.Picture(Model, language, format);
        using var read = SKBitmap.Decode(png);

        Assert.Equal((format.Width, format.Height), (read.Width, read.Height));
        Assert.InRange(png.Length, 20_000, 400_000);
        Assert.Equal(png, Renderer.Picture(Model, language, format));
        Keep($"{size}-{language}", png);
    }

    [Fact]
    public void GivenArabic_WhenDrawn_ThenTheTextStandsOnTheRight()
    {
        using var canvas = Renderer.Drawn(Model, "ar", SocialFormat.Square);
        Assert.All(canvas.Lines, line => Assert.InRange(line.Ink.Right, 900, 1000));
    }

    /// <summary>The margins, less what a letter may hang over.</summary>
    static SKRect Room(SocialFormat format) => new(80, format.Top - 10, format.Width - 80, format.Height - format.Bottom + 10);

    static void Keep(string name, byte[] png) => File.WriteAllBytes(
        Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName, $"social-{name}.png"), png);
}
