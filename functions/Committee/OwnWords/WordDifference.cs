using System.Text.RegularExpressions;

namespace Ilnp.Committee.OwnWords;

/// <summary>What became of words from one version to the next.</summary>
public enum Change
{
    Kept,
    Gone,
    New,
}

/// <summary>A run of words that share a fate.</summary>
public sealed record ChangedWords(Change Change, string Text);

/// <summary>Which words are new in a text and which are gone: the longest sequence that both have stays. Pure.</summary>
public static partial class WordDifference
{
    /// <summary>Pairs of words that are compared at most; beyond, whole lines are.</summary>
    const int MostPairs = 4_000_000;

    /// <summary>Put together without what is gone they are the later text, without what is new the earlier.</summary>
    public static IReadOnlyList<ChangedWords> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        return Middle(old, now) is var (first, last) && Pairs(old, now, first, last) <= MostPairs ? Joined(Compared(old, now, first, last))
            : Joined(Lines(before, after));
    }

    /// <summary>Lines; where there are too many of these as well, all is gone and all is new.</summary>
    static IEnumerable<ChangedWords> Lines(string before, string after)
    {
        var (old, now) = (
            Line.Matches(before).Select(line => line.Value).ToArray(), Line.Matches(after).Select(line => line.Value).ToArray());
        var (first, last) = Middle(old, now);
        return Pairs(old, now, first, last) <= MostPairs
            ? Compared(old, now, first, last)
            : [new(Change.Gone, before), new(Change.New, after)];
    }

    static long Pairs(string[] old, string[] now, int first, int last) => (long)(old.Length - first - last) * (now.Length - first - last);

    /// <summary>How many pieces both begin with, and how many both end with.</summary>
    static (int First, int Last) Middle(string[] old, string[] now)
    {
        var (first, last, least) = (0, 0, Math.Min(old.Length, now.Length));
        while (first < least && old[first] == now[first]) first++;
        while (last < least - first && old[^(last + 1)] == now[^(last + 1)]) last++;
        return (first, last);
    }

    static IEnumerable<ChangedWords> Compared(string[] old, string[] now, int first, int last)
    {
        var (mine, theirs) = (old[first..^last], now[first..^last]);
        var longest = Longest(mine, theirs);
        foreach (var word in old[..first]) yield return new(Change.Kept, word);
        for (var (i, j) = (0, 0); i < mine.Length || j < theirs.Length;)
            if (i < mine.Length && j < theirs.Length && mine[i] == theirs[j])
            {
                yield return new(Change.Kept, mine[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == theirs.Length || (i < mine.Length && longest[i + 1, j] >= longest[i, j + 1]))
                yield return new(Change.Gone, mine[i++]);
            else yield return new(Change.New, theirs[j++]);
        foreach (var word in old[^last..]) yield return new(Change.Kept, word);
    }

    /// <summary>Length of the longest common sequence of what is left from two places on.</summary>
    static int[,] Longest(string[] old, string[] now)
    {
        var longest = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        return longest;
    }

    /// <summary>Of a run of changes, first what is gone, then what is new.</summary>
    static List<ChangedWords> Joined(IEnumerable<ChangedWords> words)
    {
        var (all, gone, fresh) = (new List<ChangedWords>(), "", "");
        void Flush()
        {
            if (gone.Length > 0) all.Add(new(Change.Gone, gone));
            if (fresh.Length > 0) all.Add(new(Change.New, fresh));
            (gone, fresh) = ("", "");
        }

        foreach (var word in words)
            if (word.Change == Change.Gone) gone += word.Text;
            else if (word.Change == Change.New) fresh += word.Text;
            else
            {
                Flush();
                if (all is [.., { Change: Change.Kept } kept]) all[^1] = kept with { Text = kept.Text + word.Text };
                else all.Add(word);
            }

        Flush();
        return all;
    }

    static string[] Words(string text) => [.. Word.Matches(text).Select(word => word.Value)];

    /// <summary>A placeholder, spaces, a letter of Chinese or Japanese, a word, any other sign.</summary>
    [GeneratedRegex(
        @"\{\{[^}]*\}\}|\s+|[\u3040-\u30FF\u3400-\u9FFF]|[\p{L}\p{M}\p{N}-[\u3040-\u30FF\u3400-\u9FFF]]+|.", RegexOptions.Singleline)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"[^\n]*\n|[^\n]+")]
    private static partial Regex Line { get; }
}
