using Microsoft.Extensions.Options;

namespace Ilnp.Texts;

/// <summary>Texts of one kind that every participant needs in their language: pages', mails', certificates'.</summary>
public interface ITextFamily
{
    /// <summary>ISO 639-1 codes of the languages that it has any file for.</summary>
    IEnumerable<string> Languages { get; }

    /// <summary>What is missing or broken in a language, with the file where it is; empty when a reader of it lacks nothing.</summary>
    IEnumerable<string> Problems(string language);
}

/// <summary>
/// Has no settings: being options, the texts are checked before the app starts, and it does not start with some of them missing.
/// </summary>
public sealed class TextsAtStart;

/// <summary>Every language that one family has must be whole in all of them: nobody reads half a mail in another language.</summary>
sealed class TextsCheck(IEnumerable<ITextFamily> families) : IValidateOptions<TextsAtStart>
{
    public ValidateOptionsResult Validate(string? name, TextsAtStart options)
    {
        var languages = families.SelectMany(family => family.Languages).Distinct().Order(StringComparer.Ordinal);
        var problems = languages.SelectMany(language => families.SelectMany(family => family.Problems(language))).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
