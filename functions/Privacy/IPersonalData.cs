using Ilnp.Texts;

namespace Ilnp.Privacy;

/// <summary>
/// What a room keeps of people, and how it is shown to them and erased: registered by the room, beside its tables and containers, so that
/// nothing here lists the rooms.
/// </summary>
public interface IPersonalData
{
    HeldData What { get; }

    /// <summary>The same with the names and addresses that stand here of the person: others' records are searched for them.</summary>
    Task<DataSubject> KnowAsync(DataSubject who, CancellationToken cancellation) => Task.FromResult(who);

    /// <summary>Everything that is held of the person, the oldest first.</summary>
    /// <param name="who">The person.</param>
    /// <param name="words">In the reader's language.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation);

    /// <summary>Erases what is held of the person. May run again, also after it ended half-way: it finds what is left.</summary>
    /// <exception cref="Orchestration.TransientFailure">Not possible now: asked again later.</exception>
    Task EraseAsync(DataSubject who, CancellationToken cancellation);

    /// <summary>Erases what is held of everybody in a cohort whose time is over.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="most">Records at most; whatever is left is for another day.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many were erased.</returns>
    Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation);
}
