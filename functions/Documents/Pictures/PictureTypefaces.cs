using System.Collections.Concurrent;
using Ilnp.Documents.Typesetting;
using SkiaSharp;

namespace Ilnp.Documents.Pictures;

/// <summary>The shelf's files as pictures draw them, each opened once. Many threads may draw with the same.</summary>
static class PictureTypefaces
{
    static readonly ConcurrentDictionary<string, Lazy<SKTypeface>> Opened = new(StringComparer.Ordinal);

    public static SKTypeface Of(FontFace face) =>
        Opened.GetOrAdd(face.FilePath, path => new(() => SKTypeface.FromFile(path))).Value;
}
