namespace Ilnp.Programme;

/// <summary>
/// What the committee, or the person afterwards, said in place of what an application says. It stays with that application: where others
/// count for a while, as of somebody who was found to be the same, and then this one again, it holds as before.
/// </summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="VersionAt">UTC: which of its versions; answers that were changed since are the person's own last word.</param>
public sealed record SetAnswers(string ApplicationId, DateTimeOffset VersionAt)
{
    /// <summary>Null for what was left as it was read; so are the others.</summary>
    public string? Name { get; init; }

    public string? Country { get; init; }

    public string? TimeZone { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Whether it is about the answers that count for somebody now.</summary>
    public bool IsOf(Person person) => ApplicationId == person.ApplicationId && VersionAt == person.AnswersVersionAt;

    /// <summary>What was said earlier, and over it what is said here.</summary>
    public SetAnswers Over(SetAnswers earlier) => this with
    {
        Name = Name ?? earlier.Name,
        Country = Country ?? earlier.Country,
        TimeZone = TimeZone ?? earlier.TimeZone,
        Languages = Languages ?? earlier.Languages,
    };

    public bool Equals(SetAnswers? other) => other is not null
        && (ApplicationId, VersionAt, Name, Country, TimeZone)
            == (other.ApplicationId, other.VersionAt, other.Name, other.Country, other.TimeZone)
        && (Languages ?? []).SequenceEqual(other.Languages ?? []);

    public override int GetHashCode() => HashCode.Combine(ApplicationId, VersionAt, Name, Country);
}
