using SkiaSharp;

namespace Ilnp.Stories.Pictures;

/// <summary>
/// Makes of a file that somebody sent a picture of ours: decoded and drawn anew, so that nothing stays of what the file says beside its
/// pixels, as place, time and camera. One at a time: a picture takes a hundred megabytes while it is drawn.
/// </summary>
public sealed class PictureFile : IDisposable
{
    /// <summary>Bytes of a file that is taken.</summary>
    public const int Largest = 8 * 1024 * 1024;

    /// <summary>A small file can hold a huge picture: none larger than this is unpacked.</summary>
    internal const long MostPixels = 25_000_000;

    /// <summary>Pixels of the longer side that are kept; as a page shows it on a good screen.</summary>
    internal const int LongestSide = 1600;

    const int Quality = 85;

    static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF], Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    readonly SemaphoreSlim one = new(1);

    /// <param name="file">Untrusted.</param>
    /// <param name="cancellation">The request's: nobody waits any more.</param>
    public async Task<ReadPicture> ReadAsync(byte[] file, CancellationToken cancellation)
    {
        if (file.Length > Largest) return new("story-picture.wrong.large");
        if (!file.AsSpan().StartsWith(Jpeg) && !file.AsSpan().StartsWith(Png)) return new("story-picture.wrong.kind");
        await one.WaitAsync(cancellation);
        try
        {
            return Read(file);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    static ReadPicture Read(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png })
            return new("story-picture.wrong.damaged");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels) return new("story-picture.wrong.pixels");
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        using var pixels = new SKBitmap(info);
        return codec.GetPixels(info, pixels.GetPixels()) == SKCodecResult.Success
            ? Drawn(pixels, codec.EncodedOrigin)
            : new("story-picture.wrong.damaged");
    }

    /// <summary>Upright, no larger than needed, and white where nothing is.</summary>
    static ReadPicture Drawn(SKBitmap pixels, SKEncodedOrigin origin)
    {
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(pixels.Width, pixels.Height));
        var (width, height) = (Scaled(pixels.Width, scale), Scaled(pixels.Height, scale));
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop
            or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        if (isTurned) (width, height) = (height, width);
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        surface.Canvas.Concat(Upright(origin, pixels.Width, pixels.Height));
        using var image = SKImage.FromBitmap(pixels);
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new(null) { Jpeg = jpeg.ToArray(), Width = width, Height = height };
    }

    static int Scaled(int length, float scale) => Math.Max(1, (int)Math.Round(length * scale));

    /// <summary>By the camera's word on how it was held (EXIF, orientation).</summary>
    static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

/// <summary>What became of a file.</summary>
/// <param name="WrongKey">Text of what is wrong with it; null when it was taken.</param>
public sealed record ReadPicture(string? WrongKey)
{
    /// <summary>The picture as it is kept; empty when something is wrong.</summary>
    public byte[] Jpeg { get; init; } = [];

    /// <summary>In pixels.</summary>
    public int Width { get; init; }

    /// <summary>In pixels.</summary>
    public int Height { get; init; }
}
