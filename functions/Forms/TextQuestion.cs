using System.Globalization;
using System.Net.Mail;

namespace Ilnp.Forms;

/// <summary>Words in any script.</summary>
/// <param name="Key">The field's name.</param>
/// <param name="Longest">Most UTF-16 units accepted.</param>
public record TextQuestion(string Key, int Longest) : Question(Key)
{
    /// <summary>Whether it is asked in a box of several lines.</summary>
    public bool Long { get; init; }

    /// <summary>Words offered while typing; others are accepted too.</summary>
    public Suggestions? Suggestions { get; init; }

    /// <summary>What the field is for a browser that fills forms: a token of the HTML standard.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>The input's type in HTML.</summary>
    public virtual string InputType => "text";

    protected override FormError? CheckGiven(IReadOnlyList<string> values)
    {
        if (values.Any(value => value.Length > Longest)) return new("error.too-long", Longest.ToString(CultureInfo.InvariantCulture));
        return values.Count == 1 ? CheckWords(values[0]) : new("error.several");
    }

    protected virtual FormError? CheckWords(string words) => null;
}

/// <summary>A mail address.</summary>
/// <param name="Key">The field's name.</param>
public sealed record EmailQuestion(string Key) : TextQuestion(Key, 254)
{
    public override string InputType => "email";

    /// <summary>Only whether it has an address's form: whether it is reached shows when a mail is sent.</summary>
    protected override FormError? CheckWords(string words) =>
        MailAddress.TryCreate(words, out var address) && address.Address == words && address.Host.Contains('.')
            ? null
            : new("error.email");
}

/// <summary>A whole number, written in digits.</summary>
/// <param name="Key">The field's name.</param>
/// <param name="Least">Inclusive.</param>
/// <param name="Most">Inclusive.</param>
public sealed record NumberQuestion(string Key, int Least, int Most) : TextQuestion(Key, 12)
{
    protected override FormError? CheckWords(string words) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most
            ? null
            : new("error.number", $"{Least}–{Most}");
}
