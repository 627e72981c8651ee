using Ilnp.Programme;

namespace Ilnp.Prompts;

/// <summary>Everybody whom a prompt brings together, as stored now.</summary>
/// <param name="Settings">The cohort's.</param>
/// <param name="Reader">Who reads the mail.</param>
/// <param name="Group">The group that the reader is in.</param>
/// <param name="Partners">Its other members.</param>
public sealed record Circle(CohortSettings Settings, Person Reader, Group Group, IReadOnlyList<Person> Partners)
{
    /// <summary>Whether the reader was asked half-way: whoever came later was not, nor anybody where that survey was left out.</summary>
    public bool Surveyed { get; init; }

    public IReadOnlyList<Person> Members => [Reader, .. Partners];

    /// <summary>Of mails and pages.</summary>
    public string Language => Reader.MailLanguage;
}
