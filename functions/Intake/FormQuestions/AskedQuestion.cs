using System.Text;
using System.Text.Json.Serialization;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake.FormQuestions;

/// <summary>A question that a form provider's messages brought.</summary>
/// <param name="CohortId">The cohort applied to.</param>
/// <param name="Heading">As it was sent first.</param>
/// <param name="FirstAt">When that was, UTC.</param>
public sealed record AskedQuestion(string CohortId, string Heading, DateTimeOffset FirstAt)
{
    /// <summary>Enough to tell the questions of a cohort apart.</summary>
    const int IdLength = 10;

    /// <summary>The heading, whatever its case and accents: what it is read as is kept by that.</summary>
    [JsonIgnore]
    public string Key { get; } = Fold.Text(Heading);

    [JsonIgnore]
    public string QuestionId => IdOf(Key);

    /// <summary>Of a folded heading.</summary>
    public static string IdOf(string key) => StableIds.Of(Encoding.UTF8.GetBytes(key))[..IdLength];
}
