using QRCoder;

namespace Ilnp.Documents.Pdf;

/// <summary>An address as a QR code for telephones.</summary>
static class QrCode
{
    /// <summary>Drawn with its quiet zone cut off; the paper around serves for it.</summary>
    public static void Draw(PdfPath path, Uri address, double x, double y, double size, Ink ink)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        const int quiet = 4;
        var modules = code.ModuleMatrix.Count - 2 * quiet;
        var side = size / modules;
        path.FillWith(ink);
        for (var row = 0; row < modules; row++)
        {
            var bits = code.ModuleMatrix[row + quiet];
            for (var start = 0; start < modules; start++)
            {
                var end = start;
                while (end < modules && bits[end + quiet]) end++;
                if (end > start) path.Rectangle(x + start * side, y + row * side, (end - start) * side, side);
                start = end;
            }
        }

        path.Fill();
    }
}
