using Ilnp.Committee.FormQuestions;
using Ilnp.Intake;
using Ilnp.Intake.FormSecrets;
using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>A cohort's forms on the overview.</summary>
/// <param name="Problems">All that intake could not read, settled or not.</param>
/// <param name="Strays">Messages for rounds that are not here, for whoever may take them in.</param>
/// <param name="HasSecretLines">Whether forms sign with what has to be replaced; for whoever may set up forms.</param>
sealed record FormsNow(IReadOnlyList<IntakeProblem> Problems, int Strays, bool HasSecretLines);

/// <summary>Reads how a cohort's forms stand.</summary>
public sealed class OverviewForms(IntakeProblemStore problems, StrayReading strays, SecretLines secretLines)
{
    internal async Task<FormsNow> ReadAsync(CommitteeReader reader, CancellationToken cancellation)
    {
        var (reading, astray) = (problems.ListAsync(reader.Cohort.Id, cancellation), strays.ListAsync(reader, cancellation));
        var found = await reading;
        return new(
            found,
            (await astray).Groups.Sum(group => group.Count),
            IsForForms(reader) && secretLines.Recent(found).Count > 0);
    }

    static bool IsForForms(CommitteeReader reader) => reader.Member.Is(CommitteeRole.Lead) || reader.Member.Is(CommitteeRole.Technical);
}
