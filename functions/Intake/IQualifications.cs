using Ilnp.Intake.Answers;

namespace Ilnp.Intake;

/// <summary>
/// The programme's qualifications, which the screening owns and brings: an applicant hears at once what is not met, so they are
/// asked for while the application is taken in.
/// </summary>
public interface IQualifications
{
    /// <summary>What keeps the answers from being eligible, as codes; empty when nothing does.</summary>
    IReadOnlyList<string> Missed(ApplicationAnswers answers);

    /// <summary>Key of the text that tells the applicant; null for a code that only the committee is told.</summary>
    string? TextKey(string code);
}
