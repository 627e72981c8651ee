using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Ilnp.Tests.Stories;

/// <summary>Files as people send them: red on the left and blue on the right.</summary>
static class SamplePictures
{
    /// <summary>In the words that a camera puts into its files.</summary>
    public const string Place = "zqplace";

    public static byte[] Jpeg(int width = 80, int height = 40) => Encoded(width, height, SKEncodedImageFormat.Jpeg);

    /// <summary>Nothing is on its lower half.</summary>
    public static byte[] Png(int width = 80, int height = 40) => Encoded(width, height, SKEncodedImageFormat.Png, clear: height / 2);

    /// <summary>A JPEG with what cameras write (EXIF): how it was held, and where.</summary>
    /// <param name="orientation">1 for upright, 6 for a camera that was turned.</param>
    public static byte[] FromCamera(ushort orientation)
    {
        var jpeg = Jpeg();
        using var tiff = new MemoryStream();
        tiff.Write("II*\0"u8);
        Write(tiff, 8u);
        Write(tiff, (ushort)2);
        Entry(tiff, 0x010E, 2, (uint)Place.Length + 1, 38); // a description, behind the entries
        Entry(tiff, 0x0112, 3, 1, orientation);
        Write(tiff, 0u);
        tiff.Write(Encoding.ASCII.GetBytes(Place + '\0'));
        byte[] exif = [.. "Exif\0\0"u8, .. tiff.ToArray()];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. exif, .. jpeg[2..]];
    }

    /// <summary>A small file that unpacks to thirty million pixels.</summary>
    public static byte[] Bomb()
    {
        using var bitmap = new SKBitmap(6000, 5000, SKColorType.Gray8, SKAlphaType.Opaque);
        bitmap.Erase(SKColors.White);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    static byte[] Encoded(int width, int height, SKEncodedImageFormat format, int clear = 0)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Transparent);
        using (var canvas = new SKCanvas(bitmap))
        {
            using var red = new SKPaint { Color = SKColors.Red };
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(0, 0, width / 2f, height - clear, red);
            canvas.DrawRect(width / 2f, 0, width / 2f, height - clear, blue);
        }

        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    static void Entry(Stream to, ushort tag, ushort type, uint count, uint value)
    {
        Write(to, tag);
        Write(to, type);
        Write(to, count);
        Write(to, value);
    }

    static void Write(Stream to, ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        to.Write(bytes);
    }

    static void Write(Stream to, uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        to.Write(bytes);
    }
}
