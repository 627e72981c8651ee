using System.Text.Json.Serialization;
using Ilnp.Programme.Reasons;

namespace Ilnp.Programme;

/// <summary>
/// An applicant and later participant of a cohort: the one place of the person's data in it. Made by intake from the
/// latest application, changed by every step through <see cref="PeopleStore"/>.
/// </summary>
public sealed record Person
{
    public required string CohortId { get; init; }

    /// <summary>Says nothing about the person; stable for the same address in the same cohort.</summary>
    public required string PersonId { get; init; }

    /// <summary>As the person wrote it, in any script.</summary>
    public required string Name { get; init; }

    /// <summary>Where mail goes.</summary>
    public required string Email { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>
    /// The committee, or they themselves, have set it for this one person: what is said later of how somebody spelt it does not change it.
    /// </summary>
    public bool IsCountrySet { get; init; }

    /// <summary>
    /// They have said them once more, since none that they wrote was known: what is said later of that does not change them.
    /// </summary>
    public bool AreLanguagesSet { get; init; }

    /// <summary>What was set in place of what their applications say, each for one version of one; none for most.</summary>
    public IReadOnlyList<SetAnswers> Set { get; init; } = [];

    /// <summary>Whether the committee has corrected the address: answers that still have the one of before do not bring it back.</summary>
    public bool IsAddressSet { get; init; }

    /// <summary>IANA name, null when unknown.</summary>
    public string? TimeZone { get; init; }

    /// <summary>ISO 639 codes in the person's order.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The language of mails and pages: the one that the person chose, or the first of theirs that the cohort offers.</summary>
    public required string MailLanguage { get; init; }

    /// <summary>Chosen by a link in a mail or on a page: answers that name no language do not change it any more.</summary>
    public bool ChoseLanguage { get; init; }

    /// <summary>Interests as normalised words, most important first.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Library type worked in or wished for, as a normalised word; null when not said.</summary>
    public string? LibraryType { get; init; }

    public int? YearsOfExperience { get; init; }

    /// <summary><c>student</c>, <c>early</c>, <c>middle</c> or <c>senior</c>; null when not said.</summary>
    public string? CareerStage { get; init; }

    /// <summary>Asked for a partner with a different background.</summary>
    public bool WantsUnlike { get; init; }

    /// <summary>Interests that the person can help others with, as normalised words.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Interests that the person would like to learn about, as normalised words.</summary>
    public IReadOnlyList<string> Seeks { get; init; } = [];

    /// <summary>
    /// Wished rhythm: <c>weekly</c>, <c>fortnightly</c> or <c>monthly</c>; null when not said. Partners agree on theirs later.
    /// </summary>
    public string? Rhythm { get; init; }

    /// <summary>Wished tools, in the words of the partners' agreement: <c>email</c>, <c>whatsapp</c>...</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>When the first application came, UTC: it gives priority, whatever is resubmitted later.</summary>
    public required DateTimeOffset FirstAppliedAt { get; init; }

    /// <summary>When the answers that count now were given, UTC: the latest application's moment.</summary>
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>When those answers came in or were last changed, UTC: decides between applications of one moment.</summary>
    public DateTimeOffset AnswersVersionAt { get; init; }

    /// <summary>The application that the answers are from.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Row of the latest application in the provider's export, from 1 without the header; null for other sources.</summary>
    public int? ApplicationRow { get; init; }

    /// <summary>Was left on an earlier cohort's waiting list.</summary>
    public bool CarriedPriority { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Why the person is not eligible, as message codes; empty for others.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Why the person was not proposed for a pair; null before the matching and for those proposed.</summary>
    public MatchReason? Waiting { get; init; }

    /// <summary>The same in words, as matchings before stored it.</summary>
    public string? WaitingReason { get; init; }

    /// <summary>When the person took the application back, UTC; null for others. Answers given later count again.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The group the person is in now.</summary>
    public string? GroupId { get; init; }

    /// <summary>The person after choosing the language of mails and pages.</summary>
    public Person Choosing(string language) => this with { MailLanguage = language, ChoseLanguage = true };

    /// <summary>Why the person waits, in their language now; empty when they do not.</summary>
    public string WaitingInWords() => Waiting?.ToThePerson(MailLanguage) ?? WaitingReason ?? "";

    /// <summary>
    /// When everything about the person was erased on their wish, UTC: what was applied before stays erased. Null for others.
    /// </summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Nothing is known of the person but that there was somebody; whoever applied again since is known again.</summary>
    [JsonIgnore]
    public bool IsErased => ErasedAt is not null && Email.Length == 0;
}

/// <summary>Where somebody stands in the cohort.</summary>
public enum Standing
{
    /// <summary>Does not meet a minimum qualification, or withdrew.</summary>
    Ineligible,

    /// <summary>May be the same person as another applicant; held back until the committee has decided.</summary>
    HeldBack,

    /// <summary>Can be chosen: applied in time, not chosen yet. After the choice this is the waiting list.</summary>
    Eligible,

    /// <summary>Was asked whether they can take part, and has not answered.</summary>
    Asked,

    /// <summary>Said yes; not in a group. The first to be asked when somebody needs a partner.</summary>
    Available,

    /// <summary>Asked for a later cohort; keeps priority.</summary>
    Later,

    /// <summary>Said no.</summary>
    Declined,

    /// <summary>Did not answer the inquiry in time.</summary>
    Silent,

    /// <summary>In a running group.</summary>
    Active,

    /// <summary>Was in a group and left.</summary>
    Left,

    /// <summary>Was in a group whose others have gone on; the place is kept, and one press brings a new partner.</summary>
    Resting,
}
