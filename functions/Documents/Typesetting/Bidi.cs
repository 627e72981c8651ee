using static Ilnp.Documents.Typesetting.BidiClass;

namespace Ilnp.Documents.Typesetting;

/// <summary>
/// Embedding levels of a line that mixes directions: the implicit part of the Unicode Bidirectional Algorithm (UAX 9,
/// rules P2-P3, W1-W7, N0-N2, I1-I2, L1-L2). Explicit embeddings and isolates are passed over; names and short texts
/// have none.
/// </summary>
public static class Bidi
{
    const string Opening = "([{";
    const string Closing = ")]}";

    /// <summary>Whether the first letter with a direction runs from right to left.</summary>
    public static bool StartsRightToLeft(string text) =>
        text.EnumerateRunes().Select(BidiClasses.Of).FirstOrDefault(c => c is L or R or AL) is R or AL;

    /// <summary>A level for each UTF-16 unit: even from left to right, odd from right to left.</summary>
    public static int[] Levels(string text, bool rightToLeft)
    {
        var original = Classes(text);
        var classes = original.ToArray();
        var outer = rightToLeft ? R : L;
        ResolveWeak(classes, outer);
        ResolveBrackets(text, classes, outer);
        ResolveNeutral(classes, outer);
        var level = rightToLeft ? 1 : 0;
        var levels = Array.ConvertAll(classes, c => LevelOf(c, level));
        for (var i = text.Length - 1; i >= 0 && original[i] is WS or BN; i--) levels[i] = level;
        return levels;
    }

    /// <summary>The order in which pieces of these levels stand on the line, from left to right (rule L2).</summary>
    public static int[] VisualOrder(IReadOnlyList<int> levels)
    {
        var order = Enumerable.Range(0, levels.Count).ToArray();
        for (var level = levels.DefaultIfEmpty().Max(); level > 0; level--)
        {
            for (var start = 0; start < order.Length; start++)
            {
                var end = start;
                while (end < order.Length && levels[order[end]] >= level) end++;
                Array.Reverse(order, start, end - start);
                start = end;
            }
        }

        return order;
    }

    static BidiClass[] Classes(string text)
    {
        var classes = new BidiClass[text.Length];
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            Array.Fill(classes, BidiClasses.Of(rune), at, rune.Utf16SequenceLength);
            at += rune.Utf16SequenceLength;
        }

        return classes;
    }

    static int LevelOf(BidiClass c, int level) => (c, level % 2) switch
    {
        (R, 0) => level + 1,
        (AN or EN, 0) => level + 2,
        (L or AN or EN, 1) => level + 1,
        _ => level,
    };

    static void ResolveWeak(BidiClass[] c, BidiClass outer)
    {
        var (before, strong) = (outer, outer);
        for (var i = 0; i < c.Length; i++)
        {
            if (c[i] == NSM) c[i] = before;
            if (c[i] is L or R or AL) strong = c[i];
            if (c[i] == EN && strong == AL) c[i] = AN;
            if (c[i] != BN) before = c[i];
        }

        for (var i = 0; i < c.Length; i++)
            if (c[i] == AL) c[i] = R;
        for (var i = 1; i + 1 < c.Length; i++)
            if (c[i - 1] == c[i + 1] && (c[i] is ES or CS && c[i - 1] == EN || c[i] == CS && c[i - 1] == AN)) c[i] = c[i - 1];
        ResolveTerminators(c);
        strong = outer;
        for (var i = 0; i < c.Length; i++)
        {
            if (c[i] is ES or ET or CS) c[i] = ON;
            if (c[i] is L or R) strong = c[i];
            if (c[i] == EN && strong == L) c[i] = L;
        }
    }

    /// <summary>Rule W5: percent and currency signs beside digits belong to them.</summary>
    static void ResolveTerminators(BidiClass[] c)
    {
        for (var start = 0; start < c.Length; start++)
        {
            if (c[start] != ET) continue;
            var end = start;
            while (end < c.Length && c[end] is ET or BN) end++;
            if (start > 0 && c[start - 1] == EN || end < c.Length && c[end] == EN) Array.Fill(c, EN, start, end - start);
            start = end;
        }
    }

    /// <summary>Rule N0: a pair of brackets takes the direction of what it holds, so that both stand on the right sides.</summary>
    static void ResolveBrackets(string text, BidiClass[] c, BidiClass outer)
    {
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (c[i] != ON) continue;
            if (Opening.Contains(text[i], StringComparison.Ordinal)) open.Push(i);
            var kind = Closing.IndexOf(text[i], StringComparison.Ordinal);
            if (kind < 0 || !open.Any(at => text[at] == Opening[kind])) continue;
            while (text[open.Peek()] != Opening[kind]) open.Pop();
            var start = open.Pop();
            var inside = c[(start + 1)..i].Select(Direction).Where(d => d is not null).Distinct().ToArray();
            if (inside.Length == 0) continue;
            var before = c[..start].Select(Direction).LastOrDefault(d => d is not null) ?? outer;
            c[start] = c[i] = inside.Contains(outer) ? outer : before;
        }
    }

    /// <summary>Rules N1 and N2: neutral characters between two of one direction take it, others the line's.</summary>
    static void ResolveNeutral(BidiClass[] c, BidiClass outer)
    {
        for (var start = 0; start < c.Length; start++)
        {
            if (Direction(c[start]) is not null) continue;
            var end = start;
            while (end < c.Length && Direction(c[end]) is null) end++;
            var before = start == 0 ? outer : Direction(c[start - 1]);
            var after = end == c.Length ? outer : Direction(c[end]);
            Array.Fill(c, before == after ? before!.Value : outer, start, end - start);
            start = end - 1;
        }
    }

    /// <summary>L or R for what has a direction (numbers count as R), null for neutral characters.</summary>
    static BidiClass? Direction(BidiClass c) => c switch
    {
        L => L,
        R or AN or EN => R,
        _ => null,
    };
}
