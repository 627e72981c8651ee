using System.Globalization;

namespace Ilnp.Documents.Pdf;

/// <summary>A colour, red, green and blue from 0 to 1.</summary>
public readonly record struct Ink(double Red, double Green, double Blue)
{
    /// <param name="hex">Six digits, as in style sheets.</param>
    public static Ink Of(string hex) => new(Part(hex, 0), Part(hex, 2), Part(hex, 4));

    static double Part(string hex, int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;

    internal string Operands => $"{PdfText.Of(Red)} {PdfText.Of(Green)} {PdfText.Of(Blue)}";
}
