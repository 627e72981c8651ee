using System.Text.Json.Serialization;
using Ilnp.Intake.Answers;

namespace Ilnp.Intake.Import;

/// <summary>Input of the import's orchestration.</summary>
/// <param name="FileId">Of the file that was kept: a hash of its content.</param>
/// <param name="Rows">Number of the last row.</param>
/// <param name="From">The next row to take in, from 1.</param>
/// <param name="InBulk">Whether rows are registered many at a time. False in histories from before that was so.</param>
/// <param name="DayFirst">What the committee said about the file's dates; null when the file or the settings say it.</param>
/// <param name="Receipt">What became of the rows before.</param>
/// <param name="ChoicesId">What the committee said that columns are; null when the headings and the settings say it.</param>
/// <param name="YearFirst">Whether the committee said that years of two digits stand first.</param>
public sealed record ImportFile(
    string CohortId, string FileId, int Rows, int From = 1, bool InBulk = false, bool? DayFirst = null,
    ImportReceipt? Receipt = null, string? ChoicesId = null, bool YearFirst = false)
{
    /// <summary>What the committee said about the file's dates.</summary>
    [JsonIgnore]
    public DateOrder? Order =>
        YearFirst ? DateOrder.YearFirst : DayFirst switch { true => DateOrder.DayFirst, false => DateOrder.MonthFirst, null => null };

    /// <summary>Rows taken in before the history begins anew, each by itself.</summary>
    public const int Step = 50;

    /// <summary>Rows registered at a time: some seconds of work, which is done again when its process ends.</summary>
    public const int BulkStep = 5000;

    /// <summary>Rows whose applicants are written to at a time.</summary>
    public const int LetterStep = 500;
}
