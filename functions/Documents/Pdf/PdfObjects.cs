using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Ilnp.Documents.Pdf;

/// <summary>
/// The numbered objects of a PDF file and its cross-reference table (ISO 32000-1, 7.3 and 7.5). Same objects, same bytes.
/// </summary>
sealed class PdfObjects
{
    readonly List<byte[]?> bodies = [];

    /// <summary>Takes a number for an object that others point to before it is written.</summary>
    public int Reserve()
    {
        bodies.Add(null);
        return bodies.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => bodies[number - 1] = Encoding.Latin1.GetBytes(body);

    /// <param name="entries">Further entries of the stream's dictionary.</param>
    public int AddStream(byte[] content, string entries = "")
    {
        var packed = Deflate(content);
        var head = Encoding.Latin1.GetBytes($"<</Length {packed.Length}/Filter/FlateDecode{entries}>>\nstream\n");
        bodies.Add([.. head, .. packed, .. "\nendstream"u8]);
        return bodies.Count;
    }

    public byte[] ToFile(int catalog, int info)
    {
        using var file = new MemoryStream();
        Write(file, "%PDF-1.7\n");
        file.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']); // tells transfer programs that the file is binary
        var places = new List<long>();
        foreach (var (number, body) in bodies.Index())
        {
            places.Add(file.Position);
            Write(file, $"{number + 1} 0 obj\n");
            file.Write(body ?? throw new InvalidOperationException($"PDF object {number + 1} was reserved and not written."));
            Write(file, "\nendobj\n");
        }

        WriteEnd(file, places, catalog, info);
        return file.ToArray();
    }

    static void WriteEnd(MemoryStream file, List<long> places, int catalog, int info)
    {
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var start = file.Position;
        Write(file, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Write(file, place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        Write(
            file,
            $"trailer\n<</Size {places.Count + 1}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n");
    }

    static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize)) zip.Write(content);
        return packed.ToArray();
    }
}
