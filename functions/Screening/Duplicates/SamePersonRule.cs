using System.Globalization;
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

    /// <summary>Beginners are many: from here on an equal number of years says more, and one that is a year apart says something.</summary>
    const int RareYears = 3;

    /// <summary>
    /// What two people must have one of in common to be proposed as one, since all other answers together stay below
    /// <see cref="Threshold"/>: about the same years of experience, what stands before the @ of two addresses, or a long name.
    /// </summary>
    public static IEnumerable<string> MustShare(Person person)
    {
        if (person.YearsOfExperience is { } years)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"years {years}");
            if (years >= RareYears) yield return string.Create(CultureInfo.InvariantCulture, $"years {years + 1}");
        }

        if (Mailbox(person) is { } mailbox) yield return $"mailbox {mailbox}";
        if (NameLikeness.LongName(person.Name) is { } name) yield return $"name {name}";
    }

    /// <summary>What speaks for one person, in words; null when too little does. The names are known to be like.</summary>
    public static string? Why(Person first, Person second)
    {
        if (first.Country != second.Country || first.Country == Countries.Unknown) return null;
        (int Points, string Words)[] equal =
        [
            (Equal(first.TimeZone, second.TimeZone) ? 1 : 0, "time zone"),
            (first.Languages.Count > 0 && first.Languages.ToHashSet().SetEquals(second.Languages) ? 1 : 0, "languages"),
            (Equal(first.LibraryType, second.LibraryType) ? 1 : 0, "library type"),
            YearsPoints(first.YearsOfExperience, second.YearsOfExperience),
            (first.Interests.Intersect(second.Interests).Any() ? 1 : 0, "an interest"),
            (MailboxPoints(first, second), "name of the mailbox"),
            (Equal(NameLikeness.LongName(first.Name), NameLikeness.LongName(second.Name)) ? 1 : 0, "name of three words or more"),
        ];
        var words = equal.Where(answer => answer.Points > 0).Select(answer => answer.Words).Prepend("country");
        return equal.Sum(answer => answer.Points) >= Threshold
            ? $"like names, different addresses, and the same {string.Join(", ", words)}"
            : null;
    }

    /// <summary>Whoever counts again some weeks later may be a year further.</summary>
    static (int Points, string Words) YearsPoints(int? first, int? second) => (first, second) switch
    {
        ({ } one, { } other) when one == other => (one >= RareYears ? 2 : 1, "years of experience"),
        ({ } one, { } other) when Math.Min(one, other) >= RareYears && Math.Abs(one - other) == 1 =>
            (1, "years of experience but for one"),
        _ => (0, ""),
    };

    /// <summary>Namesakes choose the same name for their mailbox; few have it at <c>gmail.com</c> and at <c>gmial.com</c>.</summary>
    static int MailboxPoints(Person first, Person second)
    {
        if (first.Email == second.Email || !Equal(Mailbox(first), Mailbox(second))) return 0;
        var (one, other) = (Domain(first), Domain(second));
        return one != other && string.Concat(one.Order()) == string.Concat(other.Order()) || NameLikeness.Distance(one, other) == 1 ? 2 : 1;
    }

    static string Domain(Person person) => person.Email[(person.Email.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>What stands before the @, by its letters and digits; null when that is too little to be one person's.</summary>
    static string? Mailbox(Person person)
    {
        var local = person.Email.Split('@')[0].Split('+')[0];
        var letters = string.Concat(local.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.Length >= 4 ? letters : null;
    }

    static bool Equal(string? first, string? second) => first is not null && first == second;
}
