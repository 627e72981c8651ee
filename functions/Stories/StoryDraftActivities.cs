using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Stories.Pictures;
using Ilnp.Stories.Questions;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Stories;

/// <summary>Whoever cares for the association's site hears of words for others.</summary>
public sealed class StoryDraftActivities(
    CohortStore cohorts, DecisionStore decisions, StoryPictureStore pictures, Correspondence correspondence, IOptions<WebOptions> web,
    TimeProvider time)
{
    public const string Step = "stories";

    /// <summary>Of the committee's page of a cohort's stories, below the cohort's own path.</summary>
    public const string DeskBelow = "/stories";

    /// <summary>
    /// The words as a draft, or that they or their picture were taken back, to the web coordinators; to the leads where there is none.
    /// Nothing of what was changed since, which is told by its own; and nothing of words that nobody has heard of before they were taken
    /// back.
    /// </summary>
    [Function(nameof(SendDraft))]
    public async Task SendDraft([ActivityTrigger] DueDraft due)
    {
        if (await decisions.FindAsync(due.CohortId, Telling.DecisionId(due.PersonId)) is not { } decision
            || decision.Version != due.Version) return;
        var story = StoryRules.Of(decision, time.GetUtcNow());
        var former = story is null ? await FormerAsync(decision) : null;
        if (story is null && former is null) return;
        var picture = story is null ? null : await pictures.FindAsync(due.CohortId, due.PersonId);
        if (due.Picture is not null && (story is null || picture?.Stamp != (due.IsPictureGone ? null : due.Picture))) return;
        var cohort = await cohorts.GetAsync(due.CohortId);
        foreach (var member in Coordinators(cohort))
            await correspondence.WriteAsync(
                cohort.Id,
                member,
                Letter(due, decision.DecisionId, story is null ? null : story with { Picture = picture }, former, cohort));
    }

    /// <summary>
    /// What it was called, so that it is found wherever it was put: its title, else how it began. Null for what was no story.
    /// </summary>
    async Task<string?> FormerAsync(Decision decision) =>
        (await decisions.AuditAsync(decision.CohortId, decision.DecisionId))
            .Select(audit => audit.After.GetValueOrDefault(Telling.Title)?[0] ?? audit.After.GetValueOrDefault(Telling.Text)?[0])
            .OfType<string>().Select(words => StoryRules.Paragraphs(words)[0]).LastOrDefault();

    static IEnumerable<CommitteeMember> Coordinators(CohortSettings cohort) =>
        cohort.Committee.Where(member => member.Is(CommitteeRole.Marketing)).ToList() is { Count: > 0 } coordinators
            ? coordinators
            : cohort.Leads;

    /// <summary>Its occurrence has the author's id: a mail about somebody goes when they are erased.</summary>
    Letter Letter(DueDraft due, string decisionId, Story? story, string? former, CohortSettings cohort) =>
        new(Step, $"{decisionId}-{due.Version}{(due.IsPictureGone ? "-no" : "")}{(due.Picture is { } of ? $"-{of}" : "")}", "story-written")
        {
            Model = new Dictionary<string, object?>
            {
                ["former"] = former,
                ["changed"] = due.Version > 1,
                ["about_picture"] = due.Picture is not null,
                ["picture"] = story?.Picture?.Description,
                ["title"] = story?.Title,
                ["signed_by"] = story?.SignedBy,
                ["language"] = story?.Language is { } language ? Locale.Of(language).OwnName : null,
                ["paragraphs"] = story is null ? [] : StoryRules.Paragraphs(story.Text),
                ["stories_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{cohort.Id}{DeskBelow}"),
            },
        };
}
