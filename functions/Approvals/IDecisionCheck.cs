using Ilnp.Forms;

namespace Ilnp.Approvals;

/// <summary>
/// What a step knows of one of its decisions at the moment that somebody looks at it or answers: registered by the step whose form it
/// is, for forms where the world may have gone on since the question was asked.
/// </summary>
public interface IDecisionCheck
{
    /// <summary>Name of the form.</summary>
    string Form { get; }

    /// <summary>Whether an answer still counts, and what the page should say beside the question.</summary>
    Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation);

    /// <summary>
    /// Those that nobody can answer any more, of many that are not answered: nothing is read again that a page has just read.
    /// </summary>
    /// <param name="asked">Of one cohort, one at least.</param>
    /// <param name="facts">What was just read of the cohort, all of it.</param>
    /// <param name="cancellation">Cancels.</param>
    async Task<IReadOnlyList<Decision>> OverAsync(IReadOnlyList<Decision> asked, CohortFacts facts, CancellationToken cancellation)
    {
        var stands = await Task.WhenAll(asked.Select(decision => StandAsync(decision, cancellation)));
        return [.. asked.Where((_, index) => stands[index].OverKey is not null)];
    }

    /// <summary>What is wrong with answers that the form itself accepts, by question.</summary>
    Task<IReadOnlyDictionary<string, FormError>> WrongAsync(Decision decision, FormReading reading, CancellationToken cancellation);
}

/// <summary>How a decision stands.</summary>
public sealed record DecisionStand
{
    public static readonly DecisionStand Open = new();

    /// <summary>Text that says why no answer counts any more; null while one does.</summary>
    public string? OverKey { get; init; }

    /// <summary>Path of the page to go to then, and the text of the link.</summary>
    public (string Path, string TextKey)? Instead { get; init; }

    /// <summary>Texts of what should be known before deciding.</summary>
    public IReadOnlyList<string> NoteKeys { get; init; } = [];

    /// <summary>What the form begins with, in place of what was answered before; null for that.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Filled { get; init; }

    /// <summary>Pages to look at before deciding: paths, and the texts of their links.</summary>
    public IReadOnlyList<(string Path, string TextKey)> Looks { get; init; } = [];

    /// <summary>What those texts name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
