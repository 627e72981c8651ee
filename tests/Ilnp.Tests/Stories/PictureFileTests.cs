using System.Text;
using Ilnp.Stories.Pictures;
using SkiaSharp;

namespace Ilnp.Tests.Stories;

/// <summary>Files that people send, and what is kept of them.</summary>
public sealed class PictureFileTests : IDisposable
{
    readonly PictureFile darkroom = new();

    public void Dispose() => darkroom.Dispose();

    [Theory]
    [InlineData(1, 80, 40, 10, 20)]
    [InlineData(6, 40, 80, 20, 10)] // turned by a quarter: what was on the left is above
    [InlineData(8, 40, 80, 20, 70)]
    [InlineData(3, 80, 40, 70, 20)]
    [InlineData(2, 80, 40, 70, 20)]
    [InlineData(5, 40, 80, 20, 10)]
    [InlineData(7, 40, 80, 20, 70)]
    [InlineData(4, 80, 40, 10, 20)]
    public async Task GivenAPhotograph_WhenItIsRead_ThenItStandsUprightAndTellsNothingOfPlaceOrCamera(
        ushort orientation, int width, int height, int redX, int redY)
    {
        var sent = SamplePictures.FromCamera(orientation);
        Assert.Contains(SamplePictures.Place, Encoding.Latin1.GetString(sent), StringComparison.Ordinal);

        var read = await darkroom.ReadAsync(sent, default);

        Assert.Equal((null, width, height), (read.WrongKey, read.Width, read.Height));
        using var kept = SKBitmap.Decode(read.Jpeg);
        Assert.Equal((width, height), (kept.Width, kept.Height));
        Assert.True(IsNear(SKColors.Red, kept.GetPixel(redX, redY)), $"{kept.GetPixel(redX, redY)}");
        Assert.True(IsNear(SKColors.Blue, kept.GetPixel(width - redX, height - redY)));
        Assert.DoesNotContain(SamplePictures.Place, Encoding.Latin1.GetString(read.Jpeg), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(read.Jpeg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPngWithNothingBelow_WhenItIsRead_ThenItIsAJpegAndWhiteThere()
    {
        var read = await darkroom.ReadAsync(SamplePictures.Png(), default);
        Assert.Equal([0xFF, 0xD8], read.Jpeg[..2]);
        using var kept = SKBitmap.Decode(read.Jpeg);
        Assert.True(IsNear(SKColors.Red, kept.GetPixel(10, 8)));
        Assert.True(IsNear(SKColors.White, kept.GetPixel(10, 35)));
    }

    [Fact]
    public async Task GivenALargePicture_WhenItIsRead_ThenItIsKeptSmaller()
    {
        var read = await darkroom.ReadAsync(SamplePictures.Jpeg(3000, 2000), default);
        Assert.Equal((null, 1600, 1067), (read.WrongKey, read.Width, read.Height));
    }

    [Fact]
    public async Task GivenASmallFileOfAHugePicture_WhenItIsRead_ThenItIsNotUnpacked()
    {
        var bomb = SamplePictures.Bomb();
        Assert.True(bomb.Length < 100_000, $"{bomb.Length} bytes");
        Assert.Equal("story-picture.wrong.pixels", (await darkroom.ReadAsync(bomb, default)).WrongKey);
    }

    public static TheoryData<byte[], string> Wrong => new()
    {
        { "GIF89a"u8.ToArray(), "kind" },
        { "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"u8.ToArray(), "kind" },
        { "RIFF____WEBPVP8 "u8.ToArray(), "kind" },
        { [0xFF, 0xD8, 0xFF, .. "<script>"u8], "damaged" },
        { SamplePictures.Jpeg()[..^200], "damaged" },
        { SamplePictures.Png()[..^60], "damaged" },
        { SamplePictures.Png()[..8], "damaged" },
        { new byte[PictureFile.Largest + 1], "large" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task GivenWhatIsNoPicture_WhenItIsRead_ThenItSaysWhy(byte[] file, string why)
    {
        var read = await darkroom.ReadAsync(file, default);
        Assert.Equal(($"story-picture.wrong.{why}", 0), (read.WrongKey, read.Jpeg.Length));
    }

    static bool IsNear(SKColor wished, SKColor color) =>
        Math.Abs(wished.Red - color.Red) + Math.Abs(wished.Green - color.Green) + Math.Abs(wished.Blue - color.Blue) < 60;
}
