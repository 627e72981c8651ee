using Ilnp.Mail.OwnWords;
using Ilnp.Programme;
using Ilnp.Prompts.Library;

namespace Ilnp.Prompts;

/// <summary>Prompts in the words of a cohort's committee, and in the library's where it has none of its own.</summary>
/// <param name="prompts">The library.</param>
/// <param name="wordings">The committees'; null where there are none.</param>
public sealed class CohortPrompts(PromptTexts prompts, OwnWordings? wordings = null)
{
    /// <summary>What a committee's words of a prompt are kept under.</summary>
    public static string TemplateOf(string promptId) => PhraseCheck.Mark + promptId;

    /// <summary>Those that are still in the library, in their order.</summary>
    public async Task<IReadOnlyList<PromptText>> OfAsync(
        CohortSettings cohort, IEnumerable<string> ids, string language, CancellationToken cancellation = default)
    {
        var own = wordings is null ? null : await wordings.OfAsync(cohort, cancellation);
        return
        [
            .. ids.Where(id => prompts.Find(id, language) is not null).Select(id =>
                own?.Phrases.GetValueOrDefault((TemplateOf(id), language)) is { } words
                    ? new PromptText(words.Subject, words.Body)
                    : prompts.Find(id, language)!),
        ];
    }
}
