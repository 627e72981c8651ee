namespace Ilnp.Forms;

/// <summary>When a question is asked: an answer that is not asked for is not kept.</summary>
/// <param name="Question">Key of an earlier question.</param>
/// <param name="Values">Its values that make this one be asked.</param>
public sealed record Condition(string Question, params IReadOnlyList<string> Values)
{
    /// <summary>Asked in a second step, when the first answer was sent: so that something grave is not done by one press.</summary>
    public bool InSecondStep { get; init; }

    public bool IsMet(IReadOnlyDictionary<string, IReadOnlyList<string>> answers) =>
        answers.TryGetValue(Question, out var given) && given.Any(Values.Contains);
}
