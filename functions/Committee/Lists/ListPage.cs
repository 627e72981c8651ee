using System.Globalization;

namespace Ilnp.Committee.Lists;

/// <summary>A part of a list that is too long for one page.</summary>
/// <param name="Items">Those of this page.</param>
/// <param name="Number">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Total">All that were found.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Number, int Pages, int Total);

/// <summary>Cuts lists into pages.</summary>
public static class ListPages
{
    /// <summary>The page asked for; the nearest one there is when there is none of that number.</summary>
    public static ListPage<T> Of<T>(IReadOnlyCollection<T> all, string? wished, int size = 25)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var number = Math.Clamp(int.TryParse(wished, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1, 1, pages);
        return new([.. all.Skip((number - 1) * size).Take(size)], number, pages, all.Count);
    }
}
