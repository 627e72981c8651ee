using System.Text.Json.Serialization;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>How a cohort's applications come in; everything has a default that suits the programme's own forms.</summary>
public sealed record IntakeSettings : AddressSpelling, IStepSettings
{
    public static string Section => "intake";

    /// <summary>
    /// The committee's own questions: by field (<c>email</c>, <c>name</c>, <c>country</c>, <c>timezone</c>, <c>languages</c>,
    /// <c>interests</c>, <c>library</c>, <c>years</c>, <c>internet</c>, <c>biweekly</c>, <c>commit</c>, <c>waited</c>,
    /// <c>careerStage</c>, <c>partner</c>, <c>offers</c>, <c>seeks</c>, <c>rhythm</c>, <c>tools</c>, <c>mailLanguage</c>) the titles, refs
    /// or ids that the provider sends. They go before the titles that are known anyway.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Questions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Titles of questions that ask for none of these, whatever they sound like.</summary>
    public IReadOnlyList<string> UnusedQuestions { get; init; } = [];

    /// <summary>Further areas of interest, or further names for known ones: code to names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Interests { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Further library types, or further names for known ones: code to names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> LibraryTypes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Whether 3/4/2020 is the third of April or the fourth of March, where a file does not show it by its other rows. Null asks: until
    /// then nobody is taken for late by such a date.
    /// </summary>
    public bool? DayFirst { get; init; }

    /// <summary>Whether 20-03-04 is the fourth of March 2020, where a file does not show it: years of two digits stand first.</summary>
    public bool YearFirst { get; init; }

    /// <summary>What is said of dates; null for nothing.</summary>
    [JsonIgnore]
    public Answers.DateOrder? Order => YearFirst ? Answers.DateOrder.YearFirst
        : DayFirst switch { true => Answers.DateOrder.DayFirst, false => Answers.DateOrder.MonthFirst, null => null };

    /// <summary>
    /// Days that a message is kept as the provider sent it: after the last day of applications, or after it came, whichever is later.
    /// </summary>
    public int RawRetentionDays { get; init; } = 90;

    /// <summary>The last day of keeping a message that comes now, UTC.</summary>
    public DateOnly RawUntil(CohortSettings cohort, DateTimeOffset now)
    {
        var (closes, today) = (cohort.Dates.ApplicationsClose, DateOnly.FromDateTime(now.UtcDateTime));
        return (closes > today ? closes : today).AddDays(RawRetentionDays);
    }

    /// <summary>What is wrong with these settings, in plain words; empty when all is well.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var field in Questions.Keys.Where(key => Answers.ApplicationFields.Find(key) is null))
            yield return $"questions: \"{field}\" is not a field; the fields are "
                + $"{string.Join(", ", Enum.GetValues<Answers.ApplicationField>().Select(Answers.ApplicationFields.Key))}.";
        foreach (var domain in DotlessDomains.Where(domain =>
            domain.Contains('@', StringComparison.Ordinal) || !domain.Contains('.', StringComparison.Ordinal)))
            yield return $"dotlessDomains: \"{domain}\" is not a domain; an example is gmail.com.";
        if (RawRetentionDays is < 1 or > 3650) yield return $"rawRetentionDays: {RawRetentionDays} is not between 1 and 3650.";
    }
}
