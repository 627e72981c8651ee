using System.Globalization;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Tests.Intake;

/// <summary>
/// Many more single answers of the kinds from the field, <c>Samples/Field/further-*.json</c>: each read on its whole way from question to
/// answer, with every meaning that is right. "(told)" stands behind a reading that the committee is told
/// about, alone where nothing is understood.
/// </summary>
public sealed class FurtherValueTests
{
    static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");
    static readonly DateTimeOffset Received = new(2023, 4, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("countries", "Country", ApplicationField.Country)]
    [InlineData("languages", "Languages", ApplicationField.Languages)]
    [InlineData("interests", "Areas of interest", ApplicationField.Interests)]
    [InlineData("replies", "Can you commit to the four months?", ApplicationField.Commit)]
    [InlineData("timezones", "Time zone", ApplicationField.TimeZone)]
    [InlineData("years", "Years of experience", ApplicationField.Years)]
    [InlineData("dates", "Timestamp", ApplicationField.AppliedAt)]
    [InlineData("email", "Email", ApplicationField.Email)]
    [InlineData("names", "Full name", ApplicationField.Name)]
    public void GivenFurtherAnswers_WhenRead_ThenEachIsUnderstoodOrTold(string file, string question, ApplicationField field)
    {
        var values = FieldValues.Of($"further-{file}").ToList();
        var wrong = values.Select(value => (Value: value, Read: Read(question, field, value)))
            .Where(one => !one.Value.Any.Contains(one.Read, StringComparer.Ordinal))
            .Select(one => $"“{one.Value.Input}” is read as “{one.Read}”, not “{string.Join("” or “", one.Value.Any)}”").ToList();

        Assert.NotEmpty(values);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    static string Read(string question, ApplicationField field, FieldValue value)
    {
        var isMoment = field == ApplicationField.AppliedAt;
        var answers = new List<RawAnswer>();
        if (!isMoment) answers.Add(new([question], [value.Input]));
        if (value.Of is { } country) answers.Add(new(["Country"], [country]));
        var read = new ApplicationReader(new(), Chicago)
            .Read(new("x", isMoment ? value.Input : null, isMoment ? 1 : null, answers), Received);
        var isTold = read.Findings.Any(finding => finding.Field == field.Key() && !finding.OfForm);
        return (Words(read, field) + (isTold ? " (told)" : "")).Trim();
    }

    static string? Words(ReadApplication read, ApplicationField field) => field switch
    {
        ApplicationField.Country => read.Answers.Country == Countries.Unknown ? null : read.Answers.Country,
        ApplicationField.Languages => string.Join(',', read.Answers.Languages),
        ApplicationField.Interests => string.Join(',', read.Answers.Interests),
        ApplicationField.Commit => read.Answers.Commits?.ToString().ToLowerInvariant(),
        ApplicationField.TimeZone => read.Answers.TimeZone,
        ApplicationField.Years => read.Answers.Years?.ToString(CultureInfo.InvariantCulture),
        ApplicationField.AppliedAt =>
            read.IsAppliedAtKnown ? read.AppliedAt.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : null,
        ApplicationField.Email => read.Answers.Email,
        _ => read.Answers.Name,
    };
}
