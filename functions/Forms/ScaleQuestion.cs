using System.Globalization;

namespace Ilnp.Forms;

/// <summary>A number of a short scale, each with a button; texts name both ends (<c>.low</c>, <c>.high</c>).</summary>
/// <param name="Key">The field's name.</param>
/// <param name="Least">The first number.</param>
/// <param name="Most">The last number, inclusive.</param>
public sealed record ScaleQuestion(string Key, int Least, int Most) : Question(Key)
{
    public IReadOnlyList<string> Steps =>
        [.. Enumerable.Range(Least, Most - Least + 1).Select(step => step.ToString(CultureInfo.InvariantCulture))];

    protected override FormError Missing => new("error.missing-choice");

    protected override FormError? CheckGiven(IReadOnlyList<string> values) =>
        values is [var value] && Steps.Contains(value) ? null : new("error.unknown-option");
}
