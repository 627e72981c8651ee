using Ilnp.Pages;
using Ilnp.Texts;

namespace Ilnp.Rights;

/// <summary>Everything that is held of somebody, to read.</summary>
/// <param name="Words">In the reader's language.</param>
/// <param name="Layout">Around it.</param>
/// <param name="Export">What is held.</param>
/// <param name="FilePath">The same as a file.</param>
/// <param name="ErasePath">Where it is erased; null for readers who may not.</param>
/// <param name="BackPath">Where the reader came from.</param>
public sealed record DataPageModel(
    PageTexts Words, LayoutModel Layout, DataExport Export, string FilePath, string? ErasePath, string BackPath);

/// <summary>The question whether everything shall be erased.</summary>
/// <param name="Words">In the reader's language.</param>
/// <param name="Layout">Around it.</param>
/// <param name="TextKey">What it means for others.</param>
/// <param name="Facts">What that names.</param>
/// <param name="BackPath">Where the reader came from.</param>
public sealed record ErasePageModel(
    PageTexts Words, LayoutModel Layout, string TextKey, IReadOnlyDictionary<string, string> Facts, string BackPath)
{
    /// <summary>Under which else the person stands and is erased: told to the committee.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
