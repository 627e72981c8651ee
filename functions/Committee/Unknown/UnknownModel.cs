using Ilnp.Committee.Lists;
using Ilnp.Intake;

namespace Ilnp.Committee.Unknown;

/// <summary>The page of what was not understood.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="IsSettled">Whether what is settled is shown, in the place of what is open.</param>
/// <param name="Done">Name of what was just done; empty for nothing.</param>
/// <param name="Words">A page of them.</param>
/// <param name="People">Of the words shown, the first who wrote each.</param>
/// <param name="WithoutCountry">Held back, since they gave no country.</param>
/// <param name="Addresses">Applications that nobody can be written to for.</param>
/// <param name="Messages">That could not be read.</param>
public sealed record UnknownModel(
    CommitteeReader Reader, bool IsSettled, string Done, ListPage<UnclearGroup> Words, ILookup<string, UnclearPerson> People,
    IReadOnlyList<UnclearPerson> WithoutCountry, IReadOnlyList<IntakeProblem> Addresses, IReadOnlyList<IntakeProblem> Messages)
{
    /// <summary>Names that stand beside a word on the list; all are on its own page.</summary>
    public const int Named = 3;

    public bool IsEmpty => Words.Total + WithoutCountry.Count + Addresses.Count + Messages.Count == 0;
}

/// <summary>A word on the page.</summary>
public sealed record UnclearRow(UnknownModel Page, UnclearGroup Group);
