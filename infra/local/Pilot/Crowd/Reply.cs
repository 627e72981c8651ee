namespace Ilnp.Local.Pilot.Crowd;

/// <summary>What somebody is going to put into a form.</summary>
/// <param name="At">UTC.</param>
/// <param name="Who">Address, lower case.</param>
/// <param name="Link">The form's address, from the mail.</param>
/// <param name="Answers">Values by the form's question keys; several for check boxes.</param>
sealed record Reply(DateTimeOffset At, string Who, Uri Link, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers)
{
    /// <summary>The mail that leads to the form.</summary>
    public string Template { get; init; } = "";

    /// <summary>What the page asks after the first answers were sent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Then { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public static Reply Choosing(Letter letter, TimeSpan after, params (string Question, string Value)[] answers) =>
        new(letter.SentAt + after, letter.To, letter.Forms[0], Given(answers)) { Template = letter.Template };

    /// <summary>Also says yes to the question whether they are sure.</summary>
    public static Reply ChoosingSurely(Letter letter, TimeSpan after, params (string Question, string Value)[] answers) =>
        Choosing(letter, after, answers) with { Then = Given([.. answers, ("sure", "yes")]) };

    static Dictionary<string, IReadOnlyList<string>> Given((string Question, string Value)[] answers) =>
        answers.ToDictionary(answer => answer.Question, answer => (IReadOnlyList<string>)[answer.Value]);
}
