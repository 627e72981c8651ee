using System.Text;
using System.Text.RegularExpressions;

namespace Ilnp.Texts;

/// <summary>Reads a <see cref="TextPattern"/>, once through.</summary>
sealed partial class TextPatternReader(string text)
{
    const string Plural = "plural";

    int at;

    /// <exception cref="FormatException">The text is no pattern.</exception>
    public IReadOnlyList<TextPiece> Read()
    {
        var pieces = Pieces(isBranch: false);
        return at == text.Length ? pieces : throw Wrong("a '}' closes nothing");
    }

    /// <summary>To the end of the text, or of the branch.</summary>
    List<TextPiece> Pieces(bool isBranch)
    {
        var (pieces, words) = (new List<TextPiece>(), new StringBuilder());
        for (; at < text.Length && text[at] != '}'; at++)
        {
            TextPiece? piece = text[at] == '{' ? Place() : isBranch && text[at] == '#' ? new NumberPiece() : null;
            if (piece is null) words.Append(text[at]);
            else Add(piece);
        }

        AddWords();
        return pieces;

        void Add(TextPiece piece)
        {
            AddWords();
            pieces.Add(piece);
        }

        void AddWords()
        {
            if (words.Length > 0) pieces.Add(new WordsPiece(words.ToString()));
            words.Clear();
        }
    }

    /// <summary>From the brace that opens to the one that closes.</summary>
    TextPiece Place()
    {
        if (Fact.Match(text, at) is { Success: true } fact)
        {
            at += fact.Length - 1;
            return new FactPiece(fact.Groups["name"].Value, fact.Groups["form"].Value);
        }

        if (Opening.Match(text, at) is not { Success: true } opening) throw Wrong("what follows '{' is no place of a text");
        at += opening.Length;
        return new PluralPiece(opening.Groups["name"].Value, Branches());
    }

    Dictionary<string, TextPattern> Branches()
    {
        var branches = new Dictionary<string, TextPattern>();
        while (Branch.Match(text, at) is { Success: true } branch)
        {
            at += branch.Length;
            if (!branches.TryAdd(branch.Groups["category"].Value, new(Pieces(isBranch: true))))
                throw Wrong($"the branch '{branch.Groups["category"].Value}' is there twice");
            if (at++ == text.Length) throw Wrong("a '}' is missing at the end");
        }

        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at == text.Length || text[at] != '}') throw Wrong($"a {Plural}'s branches are like 'one {{# pair}}', and a '}}' ends them");
        return branches.ContainsKey(PluralRules.Other) ? branches : throw Wrong($"a {Plural} needs a branch '{PluralRules.Other}'");
    }

    FormatException Wrong(string what) => new($"at character {at + 1}, {what}.");

    [GeneratedRegex(@"\G\{(?<name>[a-z_]+|[0-9])(?::(?<form>[a-z]+))?\}")]
    private static partial Regex Fact { get; }

    [GeneratedRegex(@"\G\{(?<name>[a-z_]+|[0-9]),\s*" + Plural + @",")]
    private static partial Regex Opening { get; }

    [GeneratedRegex(@"\G\s*(?<category>[a-z]+)\s*\{")]
    private static partial Regex Branch { get; }
}
