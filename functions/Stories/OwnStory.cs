using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Own;
using Ilnp.Stories.Pictures;
using Ilnp.Stories.Questions;
using Ilnp.Stories.Shown;
using Microsoft.Extensions.Options;

namespace Ilnp.Stories;

/// <summary>The way to tell others of the programme, from the last week on; and for whoever did, how the words stand.</summary>
sealed class OwnStory(StoryReading stories, DecisionStore decisions, DecisionLinks links, IOptions<WebOptions> web) : IOwnCard
{
    const string Write = "write", Change = "change";

    public string Name => Telling.Name;

    public int Order => 20;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (await StandAsync(owner, cancellation) is not { } stand) return null;
        return new(Name)
        {
            Paragraphs = stand.PictureKey is { } picture ? [stand.TextKey, picture] : [stand.TextKey],
            Links = [.. PictureLink(stand), new("own.story.page", new Uri(web.Value.BaseAddress, StoryPages.Path))],
            Actions = [stand.IsTold ? Change : Write],
        };
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation) =>
        action is Write or Change && await StandAsync(owner, cancellation) is not null
            ? await links.OpenAsync(Telling.Question(owner.Cohort, owner.Person.PersonId), cancellation)
            : null;

    /// <summary>Only beside words that are there.</summary>
    IEnumerable<OwnLink> PictureLink(Stand stand) => stand.HasWords
        ? [new(
            stand.PictureKey is null ? "own.story.picture.add" : "own.story.picture.change",
            new(web.Value.BaseAddress, StoryPicturePages.Path))]
        : [];

    /// <summary>Null for whoever may not tell, and has not; and when nothing can be changed any more.</summary>
    async Task<Stand?> StandAsync(Owner owner, CancellationToken cancellation)
    {
        var (cohort, person) = (owner.Cohort, owner.Person.PersonId);
        if (owner.Now >= Telling.Question(cohort, person).ClosesAt) return null;
        if (await stories.FindAsync(cohort.Id, person, cancellation) is { } found)
            return new($"own.{TellingCheck.StateKey(found.Story, found.Press)}", true)
            {
                HasWords = true,
                PictureKey = PictureKey(found.Story, found.Press),
            };
        var told = await decisions.FindAsync(cohort.Id, Telling.DecisionId(person), cancellation) is { Version: > 0 };
        if (told) return new("own.story.taken-back", true);
        return StoryRules.MayTell(owner.Person, cohort, owner.Now) ? new("own.story.offer", false) : null;
    }

    /// <summary>Text of how the picture stands; null for none.</summary>
    internal static string? PictureKey(Story story, StoryPress? press) =>
        story.Picture is null ? null
        : StoryRules.IsPictureShown(story, press) ? "own.story.picture.shown"
        : StoryRules.PictureWaits(story, press) ? "own.story.picture.waits"
        : "own.story.picture.not-shown";

    /// <summary>How the words stand, and the picture beside them.</summary>
    sealed record Stand(string TextKey, bool IsTold)
    {
        public bool HasWords { get; init; }

        public string? PictureKey { get; init; }
    }
}
