using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Prompts;
using Ilnp.Prompts.Library;

namespace Ilnp.Committee.OwnWords;

/// <summary>Gathers what the pages of the mails' words show.</summary>
public sealed class WordingReading(
    MailTemplates templates, OwnWordingStore store, OwnTexts texts, MailSamples samples)
{
    public async Task<WordingsModel> ListAsync(CommitteeReader reader, CancellationToken cancellation)
    {
        var own = (await store.ListAsync(reader.Cohort.Id, cancellation)).Where(one => one.Words is not null).ToLookup(one => one.Template);
        var rooms = templates.ForParticipants.ToLookup(mail => WordingPaths.StepKey(mail.Room), mail => mail.Name);
        var steps = WordingPaths.Steps.Select(WordingPaths.StepKey).Append(WordingPaths.StepKey(""));
        return new(reader, [.. steps.Select(key => (key, (IReadOnlyList<WordingRow>)[.. rooms[key].Select(Row)]))]);

        WordingRow Row(string template) => new(
            template, own[template].ToDictionary(one => one.Language),
            [.. own[template].Where(one => texts.Mistakes(reader.Cohort, template, one.Language, one.Words!).Count > 0)
                .Select(one => one.Language)]);
    }

    /// <summary>All topics, as they read in the cohort's first language.</summary>
    public async Task<TopicsModel> TopicsAsync(CommitteeReader reader, CancellationToken cancellation)
    {
        var own = (await store.ListAsync(reader.Cohort.Id, cancellation)).Where(one => one.Words is not null).ToLookup(one => one.Template);
        return new(reader, [.. PromptCatalogue.All.Select(prompt => Row(CohortPrompts.TemplateOf(prompt.Id)))]);

        TopicRow Row(string template) => new(
            template,
            (own[template].FirstOrDefault(one => one.Language == reader.Cohort.Languages[0])?.Words
                ?? texts.Original(template, reader.Cohort.Languages[0])).Subject,
            [.. own[template]]);
    }

    /// <summary>With what counts in the form.</summary>
    public async Task<WordingModel> ReadAsync(CommitteeReader reader, string template, string language, CancellationToken cancellation)
    {
        var history = await store.HistoryAsync(reader.Cohort.Id, template, language, cancellation);
        var (original, now) = (texts.Original(template, language), history is [var latest, ..] ? latest : null);
        return new(
            reader, (template, language), original, now, history,
            texts.Placeholders(reader.Cohort, template, language), samples.Of(WordingPaths.MailWith(template)).Count)
        {
            Typed = now?.Words ?? original,
            Warnings = [.. WordingCheck.Warnings(language, now?.Words ?? original)],
            WhyUnused = now?.Words is { } words ? texts.Mistakes(reader.Cohort, template, language, words) : [],
        };
    }
}
