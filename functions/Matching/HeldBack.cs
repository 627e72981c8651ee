using Ilnp.Programme;

namespace Ilnp.Matching;

/// <summary>Who is left out of a proposal because nobody has decided yet whether they applied twice.</summary>
static class HeldBack
{
    public static IReadOnlyList<Person> Of(IEnumerable<Person> people) =>
    [
        .. people.Where(person => person.Standing == Standing.HeldBack && person.Reasons.Contains(ReasonCode.PossibleDuplicate))
            .OrderBy(person => person.FirstAppliedAt).ThenBy(person => person.PersonId, StringComparer.Ordinal),
    ];
}
