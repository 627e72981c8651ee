using System.Text.RegularExpressions;

namespace Ilnp.Tests.Mail;

/// <summary>The plain text of mails has short lines: a sentence may stand in two.</summary>
static partial class WrappedText
{
    /// <summary>Each paragraph in one line.</summary>
    public static string Unwrapped(this string text) => Wrap.Replace(text, " ");

    /// <summary>Without spaces and ends of lines.</summary>
    public static string Squeezed(this string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex(@"(?<=\S)\n[> ]*(?=\S)")]
    private static partial Regex Wrap { get; }
}
