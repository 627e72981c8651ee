using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Import;

/// <summary>A row of an export: an application as the form provider's file has it.</summary>
/// <param name="Number">From 1, without the header.</param>
/// <param name="Answers">By column, empty cells without a value.</param>
/// <param name="Note">What was wrong with the row as such, a sentence; null when nothing was.</param>
public sealed record ExportRow(int Number, IReadOnlyList<RawAnswer> Answers, string? Note = null)
{
    static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The column with the moment of applying, from 0; null when there is none.</summary>
    public int? DateColumn { get; init; }

    /// <summary>The moment of applying, null when there is none.</summary>
    public string? Timestamp => DateColumn is { } column && Answers[column].Values is [var text] ? text : null;

    /// <summary>The same for the same content, in whatever row it stands: exports have no ids.</summary>
    public string ContentId =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', Answers.Select(answer => answer.Text)))).AsSpan(0, 12));

    /// <summary>The row as our own message, as the Apps Script beside the form would send it.</summary>
    public byte[] ToMessage() => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            formId = "export",
            responseId = ContentId,
            row = Number,
            note = Note,
            answers = Answers.Where(answer => answer.Values.Count > 0 || answer.Question is not [""])
                .Select(answer =>
                    new { title = answer.Question[0], name = answer.Question.Count > 1 ? answer.Question[1] : null, value = answer.Text }),
        },
        Json);
}
