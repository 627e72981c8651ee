using Ilnp.Mail.OwnWords;
using Ilnp.Programme;
using Ilnp.Prompts.Library;

namespace Ilnp.Committee.OwnWords;

/// <summary>What a committee can put into its own words: mails to participants, and topics to talk about.</summary>
public sealed class OwnTexts(WordingCheck mails, PromptTexts prompts)
{
    /// <summary>The mail that topics stand in.</summary>
    public const string PromptMail = "prompt";

    public bool Has(string template, string language) =>
        PhraseCheck.IsPhrase(template) ? Topic(template, language) is not null : mails.Has(template, language);

    /// <summary>The words that ship.</summary>
    public MailWords Original(string template, string language) => PhraseCheck.IsPhrase(template)
        ? Topic(template, language) is { } topic ? new(topic.Title, "", "", topic.Text) : throw new KeyNotFoundException(template)
        : mails.Original(template, language);

    /// <summary>None for words that can be sent.</summary>
    public IReadOnlyList<WordingMistake> Mistakes(CohortSettings cohort, string template, string language, MailWords words) =>
        PhraseCheck.IsPhrase(template) ? PhraseCheck.Of(words) : mails.Of(cohort, template, language, words);

    /// <summary>What words may name.</summary>
    public IReadOnlyList<Placeholder> Placeholders(CohortSettings cohort, string template, string language) =>
        PhraseCheck.IsPhrase(template) ? [] : PlaceholderNames.Of(mails.Names(cohort, template, language).Values);

    PromptText? Topic(string template, string language) =>
        prompts.Languages.Contains(language) ? prompts.Find(template[PhraseCheck.Mark.Length..], language) : null;
}
