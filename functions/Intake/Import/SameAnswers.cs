using System.Text.Json;
using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>Whether a person is the same but for which application says so.</summary>
static class SameAnswers
{
    public static bool Of(Person one, Person other) => JsonSerializer.Serialize(Bare(one)) == JsonSerializer.Serialize(Bare(other));

    static Person Bare(Person person) => person with
    {
        AnsweredAt = default,
        AnswersVersionAt = default,
        ApplicationId = null,
        ApplicationRow = null,
        IsCountrySet = false,
        AreLanguagesSet = false,
        FirstAppliedAt = default,
    };
}
