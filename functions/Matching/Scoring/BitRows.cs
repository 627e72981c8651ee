using System.Numerics;
using Ilnp.Matching.Problem;

namespace Ilnp.Matching.Scoring;

/// <summary>A set of words per person, as rows of bits.</summary>
sealed class BitRows
{
    readonly int _width;
    readonly ulong[] _bits;

    BitRows(int width, ulong[] bits, IReadOnlyList<string> words) => (_width, _bits, Words) = (width, bits, words);

    /// <summary>The words, in the order of their bits.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>64-bit words per row.</summary>
    public int Width => _width;

    public static BitRows Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var words = rows.SelectMany(r => r).Select(Spelling.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var number = words.Select((w, k) => (w, k)).ToDictionary(p => p.w, p => p.k, StringComparer.Ordinal);
        var width = Math.Max(1, (words.Count + 63) / 64);
        var bits = new ulong[rows.Count * width];
        for (var i = 0; i < rows.Count; i++)
            foreach (var word in rows[i])
            {
                var bit = number[Spelling.Of(word)];
                bits[i * width + bit / 64] |= 1UL << (bit % 64);
            }
        return new BitRows(width, bits, words);
    }

    /// <summary>Equal for equal sets.</summary>
    public string KeyOf(int i) => string.Join(' ', Row(i).ToArray());

    public ReadOnlySpan<ulong> Row(int i) => _bits.AsSpan(i * _width, _width);

    /// <summary>Words that row i has here and row j has in <paramref name="other"/>, which must have the same words.</summary>
    public int Common(int i, BitRows other, int j)
    {
        var a = Row(i);
        var b = other.Row(j);
        var count = 0;
        for (var k = 0; k < a.Length; k++) count += BitOperations.PopCount(a[k] & b[k]);
        return count;
    }

    public int Common(int i, int j) => Common(i, this, j);

    public IEnumerable<string> CommonWords(int i, BitRows other, int j) =>
        Words.Where((_, bit) => ((Row(i)[bit / 64] & other.Row(j)[bit / 64]) >> (bit % 64) & 1) == 1);

    /// <summary>Two sets over the same words, so that they can be compared with each other.</summary>
    public static (BitRows, BitRows) Of(IReadOnlyList<IReadOnlyList<string>> first, IReadOnlyList<IReadOnlyList<string>> second)
    {
        var both = Of([.. first, .. second]);
        var split = first.Count * both._width;
        return (new BitRows(both._width, both._bits[..split], both.Words), new BitRows(both._width, both._bits[split..], both.Words));
    }
}
