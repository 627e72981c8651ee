namespace Ilnp.Intake.Answers;

/// <summary>Something that intake could not take as it was.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="Words">For the committee: what was wrong, and what was made of it.</param>
/// <param name="OfForm">True when the form does not ask the question at all: said once for the form, not for every application.</param>
public sealed record Finding(string Field, string Words, bool OfForm = false);
