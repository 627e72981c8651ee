namespace Ilnp.Intake.Answers;

/// <summary>Something that intake could not take as it was.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="Words">For the committee: what was wrong, and what was made of it.</param>
/// <param name="OfForm">True when the form does not ask the question at all: said once for the form, not for every application.</param>
public sealed record Finding(string Field, string Words, bool OfForm = false)
{
    /// <summary>The word whose meaning the committee can say; null where it is about something else.</summary>
    public UnclearWord? Word { get; init; }

    /// <summary>What the committee said that it means, empty for nothing of the list; null as long as nobody has.</summary>
    public string? Meaning { get; init; }

    /// <summary>Whether it needs a look.</summary>
    public bool IsOpen => Meaning is null;
}
