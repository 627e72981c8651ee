using Ilnp.Forms;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Applying;

/// <summary>What the app does not understand is asked again while the person is there, who alone can say it otherwise.</summary>
static class UnderstoodAnswers
{
    static readonly (string Question, Func<string, bool> IsUnderstood, string Error)[] Checks =
    [
        ("name", text => ApplicationReader.IsName(TextAnswer.Read(text).Value), "error.missing-text"),
        ("country", text => Countries.Find(text) is not null, "error.unknown-country"),
        ("timezone", text => TimeZones.Find(text) is not null, "error.unknown-timezone"),
        ("languages", text => Languages.FindAll(text).Count > 0, "error.unknown-language"),
    ];

    /// <summary>The reading, with an error at each answer that is well formed and not understood.</summary>
    public static FormReading Check(FormReading reading)
    {
        var unclear = Checks.Where(check =>
            !reading.Errors.ContainsKey(check.Question) && !reading.Of(check.Question).All(check.IsUnderstood))
            .Select(check => KeyValuePair.Create(check.Question, new FormError(check.Error))).ToList();
        return unclear.Count == 0 ? reading : reading with { Errors = reading.Errors.Concat(unclear).ToDictionary() };
    }
}
