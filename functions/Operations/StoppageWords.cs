using System.Globalization;
using Ilnp.Programme;
using Ilnp.Web;

namespace Ilnp.Operations;

/// <summary>What stopped, why and what it means, in a reader's language.</summary>
public sealed class StoppageWords(PageTexts texts, CohortSettings cohort)
{
    /// <summary>Lines in a mail or on a page; an outage may stop hundreds of orchestrations.</summary>
    public const int Most = 12;

    /// <summary>"the care for group G012", "12 applications".</summary>
    public string What(Stoppage stoppage) => string.Join(", ", stoppage.Topmost.GroupBy(failure => failure.Step)
        .Select(step => step.Count() == 1 ? What(step.First()) : texts.Plain($"stoppage.several.{Name(step.Key)}", Fact("count", $"{step.Count()}"))));

    /// <summary>What one failure stopped.</summary>
    public string What(Failure failure) => texts.Plain($"stoppage.one.{Name(failure.Step)}", Fact("subject", failure.Subject.Split('-')[0]));

    /// <summary>When the first of them failed.</summary>
    public string Since(Stoppage stoppage) => When(stoppage.Topmost.MinBy(failure => failure.FailedAt)!);

    public string When(Failure failure) => Moments.At(failure.FailedAt, cohort, texts.Language);

    /// <summary>Why one failed, by names of code only.</summary>
    public string Why(Failure failure) => texts.Plain($"stoppage.cause.{Name(failure.Cause.Kind)}", new Dictionary<string, string>
    {
        ["activity"] = failure.Cause.Activity ?? texts["stoppage.no-activity"],
        ["error"] = failure.Cause.ErrorType ?? texts["stoppage.no-error"],
    });

    public IEnumerable<Dictionary<string, object?>> Lines(Stoppage stoppage) => stoppage.Topmost.Take(Most).Select(failure => new Dictionary<string, object?>
    {
        ["stopped"] = What(failure),
        ["when"] = When(failure),
        ["why"] = Why(failure),
        ["id"] = failure.InstanceId,
    });

    /// <summary>How many are not among the lines.</summary>
    public static int More(Stoppage stoppage) => Math.Max(0, stoppage.Topmost.Count() - Most);

    /// <summary>What does not happen until it goes on.</summary>
    public IEnumerable<string> Meanings(Stoppage stoppage) => stoppage.Topmost.Select(failure => failure.Step).Distinct().Select(step => texts[$"stoppage.until.{Name(step)}"]);

    /// <summary>What helps against each sort of trouble in it.</summary>
    public IEnumerable<string> Advice(Stoppage stoppage) => stoppage.Topmost.Select(failure => failure.Cause.Kind).Distinct().Select(kind => texts[$"stoppage.advice.{Name(kind)}"]);

    static Dictionary<string, string> Fact(string name, string value) => new() { [name] = value };

    static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);
}
