using System.Text;

namespace Ilnp.Texts;

/// <summary>Part of a <see cref="TextPattern"/>.</summary>
abstract record TextPiece
{
    public virtual IEnumerable<string> Names => [];

    public virtual IEnumerable<string> Problems(Locale locale) => [];

    public abstract void Write(StringBuilder to, TextWriting writing);
}

/// <summary>The pattern's own words.</summary>
sealed record WordsPiece(string Text) : TextPiece
{
    public override void Write(StringBuilder to, TextWriting writing) => to.Append(writing.Words(Text));
}

/// <summary>A fact.</summary>
/// <param name="Name">Which.</param>
/// <param name="Form">What kind of code it is, to be shown by name; empty for what is shown as it is.</param>
sealed record FactPiece(string Name, string Form) : TextPiece
{
    public override IEnumerable<string> Names => [Name];

    public override void Write(StringBuilder to, TextWriting writing) => to.Append(writing.Fact(Name, Form));
}

/// <summary>The number of the plural around it.</summary>
sealed record NumberPiece : TextPiece
{
    public override void Write(StringBuilder to, TextWriting writing)
    {
        if (writing.Counted is { } number) to.Append(writing.Words(writing.Locale.Number(number)));
    }
}

/// <summary>Words that hang on a number.</summary>
/// <param name="Name">The fact that is the number.</param>
/// <param name="Branches">By plural category.</param>
sealed record PluralPiece(string Name, IReadOnlyDictionary<string, TextPattern> Branches) : TextPiece
{
    public override IEnumerable<string> Names => Branches.Values.SelectMany(branch => branch.Names).Prepend(Name);

    public override IEnumerable<string> Problems(Locale locale)
    {
        var categories = locale.Plurals.Categories.ToList();
        return
        [
            .. categories.Except(Branches.Keys)
                .Select(missing => $"the plural of {{{Name}}} has no branch '{missing}', which the language needs."),
            .. Branches.Keys.Except(categories)
                .Select(more => $"the plural of {{{Name}}} has a branch '{more}', which the language does not know."),
            .. Branches.Values.SelectMany(branch => branch.Problems(locale)),
        ];
    }

    public override void Write(StringBuilder to, TextWriting writing)
    {
        var number = writing.Number(Name);
        var category = number is { } counted ? writing.Locale.Plurals.Of(counted) : PluralRules.Other;
        (Branches.GetValueOrDefault(category) ?? Branches[PluralRules.Other]).Write(to, writing with { Counted = number });
    }
}
