using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;

namespace Ilnp.Committee.FormQuestions;

/// <summary>What the committee has to do with a question.</summary>
public enum QuestionState
{
    /// <summary>Nothing reads it, and nobody has said anything of it.</summary>
    Open,
    Read,
    LeftOut,
}

/// <summary>A question of forms with what its answers look like, in numbers.</summary>
/// <param name="Question">As it was sent.</param>
/// <param name="Providers">Which form services sent it, and in how many messages.</param>
/// <param name="Kinds">What the answers look like.</param>
/// <param name="Fields">What they were read as, the most frequent first.</param>
/// <param name="Said">What the committee says that it is: key of a field, empty for left out; null for nothing.</param>
/// <param name="Asks">What it asks for by its own words or the settings, though another question may answer that; null for nothing.</param>
/// <param name="IsUnused">The settings leave it out.</param>
public sealed record QuestionRow(
    AskedQuestion Question, IReadOnlyList<(string Provider, int Count)> Providers, IReadOnlyList<(AnswerKind Kind, int Count)> Kinds,
    IReadOnlyList<(ApplicationField Field, int Count)> Fields, string? Said, ApplicationField? Asks, bool IsUnused)
{
    public int Messages => Providers.Sum(provider => provider.Count);

    public QuestionState State =>
        Said is { Length: 0 } || (Said is null && IsUnused) ? QuestionState.LeftOut
        : Said is not null || Fields.Count > 0 || Asks is not null ? QuestionState.Read
        : QuestionState.Open;

    /// <summary>What it is read as now: what was said goes before what messages show that are still to be read again.</summary>
    public ApplicationField? ReadAs => Said is not null ? ApplicationFields.Find(Said) : Fields is [var (most, _), ..] ? most : Asks;
}
