using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Stories;

namespace Ilnp.Committee.StoryDesk;

/// <summary>Shows somebody's words, or takes them from the page: once a press, written down before.</summary>
public sealed class StoryPresses(StoryReading stories, StoryPressStore store, CommitteeActStore acts, TimeProvider time)
{
    /// <summary>Not done when others were first, or the author has changed the words or taken them back since the page was shown.</summary>
    public Task<PressEnd> DoAsync(CommitteeReader reader, StoryDeskPress press, CancellationToken cancellation)
    {
        var cohort = reader.Cohort.Id;
        var act = new CommitteeAct(press.PersonId, time.GetUtcNow(), reader.Member.Id, press.Action);
        return acts.DoByOneAsync(cohort, press.Press, press.Seen, act, begun => PutAsync(cohort, press, begun, cancellation), cancellation);
    }

    async Task<bool> PutAsync(string cohort, StoryDeskPress press, BegunAct begun, CancellationToken cancellation)
    {
        if (await stories.FindAsync(cohort, press.PersonId, cancellation) is not { } found || StorySeen.Of(found.Story) != press.Story)
            return false;
        var isShown = press.Action is StoryDeskPages.Show or StoryDeskPages.Words;
        var pressed = new StoryPress(press.PersonId, press.Story.Version, isShown, begun.Act.MemberId, begun.Act.At)
        {
            Picture = press.Story.Picture,
            IsPictureShown = press.Action == StoryDeskPages.Show && press.Story.Picture is not null,
        };
        await store.PutAsync(cohort, pressed, cancellation);
        return true;
    }
}

/// <summary>A press of one of the buttons.</summary>
/// <param name="PersonId">Whose words.</param>
/// <param name="Story">Which the page showed.</param>
/// <param name="Action">One of <see cref="StoryDeskPages"/>.</param>
/// <param name="Press">Tells one press from the next.</param>
/// <param name="Seen">The same for all who saw the same.</param>
public sealed record StoryDeskPress(string PersonId, StorySeen Story, string Action, string Press, string Seen);

/// <summary>What a member had before their eyes: which words, and which picture beside them.</summary>
/// <param name="Version">Of the words.</param>
/// <param name="Picture">The picture's stamp; null for none.</param>
public sealed record StorySeen(int Version, string? Picture)
{
    public static StorySeen Of(Story story) => new(story.Version, story.Picture?.Stamp);

    /// <summary>As it stands in an address; null for what is none of ours.</summary>
    public static StorySeen? Read(string text) =>
        text.Split('.') is [var first, .. { Length: <= 1 } rest]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(version, rest is [var picture] ? picture : null)
            : null;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Version}{(Picture is null ? "" : $".{Picture}")}");
}
