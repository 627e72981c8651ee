using System.Globalization;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Operations;

/// <summary>What stopped, why and what it means, in a reader's language.</summary>
public sealed class StoppageWords(PageTexts texts, CohortSettings cohort)
{
    /// <summary>Names in one list; an outage may stop hundreds of orchestrations.</summary>
    const int Most = 12;

    /// <summary>"the matching, and with it the cohort's timetable; the care for 12 groups".</summary>
    public string What(IEnumerable<Failure> failures) =>
        string.Join("; ", failures.GroupBy(failure => (failure.Step, failure.Within))
            .OrderBy(same => same.Key).Select(same => What([.. same])));

    /// <summary>When the first of them failed.</summary>
    public string Since(IEnumerable<Failure> failures) => DateText.At(failures.Min(failure => failure.FailedAt), cohort, texts.Language);

    /// <summary>One line for those that failed in the same step for the same cause.</summary>
    public IEnumerable<StoppageLine> Lines(IEnumerable<Failure> failures) =>
        from failure in failures
        group failure by (failure.Step, failure.Within, failure.Cause, failure.CanGoOn) into same
        orderby same.Key.Step, same.Min(failure => failure.FailedAt)
        select new StoppageLine(Sentence(What([.. same])) + Names([.. same]), Since(same), Why(same.Key.Cause), same.Key.CanGoOn);

    /// <summary>What does not happen until it goes on.</summary>
    public IEnumerable<string> Meanings(IEnumerable<Failure> failures) =>
        failures.Select(failure => failure.Step).Distinct().Order().Select(step => texts[$"stoppage.until.{Name(step)}"]);

    /// <summary>What helps against each sort of trouble, where something can go on.</summary>
    public IEnumerable<string> Advice(IEnumerable<Failure> failures) =>
        failures.Where(failure => failure.CanGoOn).Select(failure => failure.Cause.Kind).Distinct().Order()
            .Select(kind => texts[$"stoppage.advice.{Name(kind)}"]);

    /// <summary>Instance ids, the first of them.</summary>
    public static IEnumerable<string> Ids(IEnumerable<Failure> failures) => failures.Take(Most).Select(failure => failure.InstanceId);

    static string Sentence(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];

    string What(IReadOnlyList<Failure> same)
    {
        var facts = new Dictionary<string, string> { ["subject"] = Subject(same[0]), ["count"] = $"{same.Count}" };
        facts["stopped"] = texts.Plain($"stoppage.{(same.Count == 1 ? "one" : "several")}.{Name(same[0].Step)}", facts);
        if (same[0].Within is not { } within) return facts["stopped"];
        facts["within"] = texts.Plain($"stoppage.one.{Name(within)}", facts);
        return texts.Plain("stoppage.within", facts);
    }

    /// <summary>By names of code only.</summary>
    string Why(Cause cause) => texts.Plain($"stoppage.cause.{Name(cause.Kind)}", new Dictionary<string, string>
    {
        ["activity"] = cause.Activity ?? texts["stoppage.no-activity"],
        ["error"] = cause.ErrorType ?? texts["stoppage.no-error"],
    });

    /// <summary>A rematch names the group and counts; the group says enough.</summary>
    static string Subject(Failure failure) => failure.Step == Step.Rematch ? failure.Subject.Split('-')[0] : failure.Subject;

    /// <summary>Which ones, where people know them by their names.</summary>
    static string Names(IReadOnlyList<Failure> same) => same is [{ Step: Step.Group or Step.Rematch or Step.Survey or Step.Longer }, _, ..]
        ? $" ({string.Join(", ", same.Take(Most).Select(Subject))}{(same.Count > Most ? ", ..." : "")})"
        : "";

    static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);
}

/// <summary>What stopped in the same way.</summary>
/// <param name="What">Which part of the programme.</param>
/// <param name="When">The first of them, with the cohort's time zone.</param>
/// <param name="Why">As far as can be said without personal data.</param>
/// <param name="CanGoOn">Whether a press lets it go on.</param>
public sealed record StoppageLine(string What, string When, string Why, bool CanGoOn);
