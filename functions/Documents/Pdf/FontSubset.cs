using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace Ilnp.Documents.Pdf;

/// <summary>
/// The outlines of some glyphs of a typeface as a TrueType file of their own, by the subsetting part of the HarfBuzz
/// library, which its .NET binding does not expose. Without it a Chinese name would bring a 15 MB typeface along.
/// </summary>
sealed partial class FontSubset
{
    internal const string Library = "libHarfBuzzSharp";
    const int DropTables = 3; // HB_SUBSET_SETS_DROP_TABLE_TAG
    const uint NoHinting = 1; // HB_SUBSET_FLAGS_NO_HINTING: instructions for coarse screens
    const uint Invalid = uint.MaxValue;

    /// <summary>Tables that a PDF reader does not use: it is told glyphs, not characters.</summary>
    static readonly string[] Dropped =
        [
            "GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "BASE", "STAT",
            "DSIG", "gasp", "VORG", "VDMX", "hdmx", "kern", "vhea", "vmtx", "meta", "MATH",
        ];

    FontSubset(byte[] file, IReadOnlyDictionary<uint, ushort> newIds) => (File, NewIds) = (file, newIds);

    public byte[] File { get; }

    /// <summary>Glyph ids of the whole typeface to those in <see cref="File"/>.</summary>
    public IReadOnlyDictionary<uint, ushort> NewIds { get; }

    /// <exception cref="InvalidOperationException">The typeface file is damaged.</exception>
    public static FontSubset Of(Face face, IReadOnlyCollection<uint> glyphs)
    {
        var input = hb_subset_input_create_or_fail();
        try
        {
            hb_subset_input_set_flags(input, NoHinting);
            foreach (var glyph in glyphs) hb_set_add(hb_subset_input_glyph_set(input), glyph);
            foreach (var tag in Dropped) hb_set_add(hb_subset_input_set(input, DropTables), Tag.Parse(tag));
            return Carry(face, input, glyphs);
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    static FontSubset Carry(Face face, IntPtr input, IReadOnlyCollection<uint> glyphs)
    {
        var plan = hb_subset_plan_create_or_fail(face.Handle, input);
        if (plan == IntPtr.Zero) throw new InvalidOperationException("A typeface could not be cut to the glyphs that are used.");
        var result = hb_subset_plan_execute_or_fail(plan);
        try
        {
            if (result == IntPtr.Zero) throw new InvalidOperationException("A typeface could not be cut to the glyphs that are used.");
            var map = hb_subset_plan_old_to_new_glyph_mapping(plan);
            return new(
                Bytes(result),
                glyphs.ToDictionary(glyph => glyph, glyph => hb_map_get(map, glyph) is var id && id == Invalid ? (ushort)0 : (ushort)id));
        }
        finally
        {
            hb_face_destroy(result);
            hb_subset_plan_destroy(plan);
        }
    }

    static byte[] Bytes(IntPtr face)
    {
        var blob = hb_face_reference_blob(face);
        try
        {
            var data = hb_blob_get_data(blob, out var length);
            var bytes = new byte[length];
            Marshal.Copy(data, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            hb_blob_destroy(blob);
        }
    }

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    private static partial void hb_subset_input_destroy(IntPtr input);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_input_glyph_set(IntPtr input);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_input_set(IntPtr input, int kind);

    [LibraryImport(Library)]
    private static partial void hb_subset_input_set_flags(IntPtr input, uint flags);

    [LibraryImport(Library)]
    private static partial void hb_set_add(IntPtr set, uint value);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_plan_create_or_fail(IntPtr face, IntPtr input);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_plan_execute_or_fail(IntPtr plan);

    [LibraryImport(Library)]
    private static partial IntPtr hb_subset_plan_old_to_new_glyph_mapping(IntPtr plan);

    [LibraryImport(Library)]
    private static partial void hb_subset_plan_destroy(IntPtr plan);

    [LibraryImport(Library)]
    private static partial uint hb_map_get(IntPtr map, uint key);

    [LibraryImport(Library)]
    private static partial void hb_face_destroy(IntPtr face);

    [LibraryImport(Library)]
    private static partial IntPtr hb_face_reference_blob(IntPtr face);

    [LibraryImport(Library)]
    private static partial IntPtr hb_blob_get_data(IntPtr blob, out uint length);

    [LibraryImport(Library)]
    private static partial void hb_blob_destroy(IntPtr blob);
}
