using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>
/// Whether two applicants of like names may be one person with two addresses. Namesakes are common, so the answers decide:
/// each that is equal gives points, and few applicants share enough of them by chance.
/// </summary>
public static class SamePersonRule
{
    /// <summary>Points, out of six, from which two people are proposed as one.</summary>
    public const int Threshold = 5;

    /// <summary>Beginners are many: from here on an equal number of years says more.</summary>
    const int RareYears = 3;

    /// <summary>
    /// Years of experience, which two people must have in common to be proposed as one: all other answers together stay below <see cref="Threshold"/>. Null when they are
    /// not known, and then nobody is.
    /// </summary>
    public static int? MustAgree(Person person) => person.YearsOfExperience;

    /// <summary>What speaks for one person, in words; null when too little does. The names are known to be like.</summary>
    public static string? Why(Person first, Person second)
    {
        if (first.Country != second.Country || first.Country == Countries.Unknown) return null;
        (int Points, string Words)[] equal =
        [
            (Equal(first.TimeZone, second.TimeZone) ? 1 : 0, "time zone"),
            (first.Languages.Count > 0 && first.Languages.ToHashSet().SetEquals(second.Languages) ? 1 : 0, "languages"),
            (Equal(first.LibraryType, second.LibraryType) ? 1 : 0, "library type"),
            (first.YearsOfExperience is not { } years || years != second.YearsOfExperience ? 0 : years >= RareYears ? 2 : 1, "years of experience"),
            (first.Interests.Intersect(second.Interests).Any() ? 1 : 0, "an interest"),
        ];
        var words = equal.Where(answer => answer.Points > 0).Select(answer => answer.Words).Prepend("country");
        return equal.Sum(answer => answer.Points) >= Threshold ? $"like names, different addresses, and the same {string.Join(", ", words)}" : null;
    }

    static bool Equal(string? first, string? second) => first is not null && first == second;
}
