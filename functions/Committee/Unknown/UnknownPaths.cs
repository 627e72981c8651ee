using Ilnp.Intake.Answers;

namespace Ilnp.Committee.Unknown;

/// <summary>Addresses of what was not understood.</summary>
static class UnknownPaths
{
    public const string Page = "unknown";

    public static string Of(string cohortId) => $"/cohorts/{cohortId}/{Page}";

    /// <summary>Where a word's meaning is said.</summary>
    public static string OfWord(string cohortId, string wordId) => $"{Of(cohortId)}/words/{wordId}";

    /// <summary>Where an application gets an address.</summary>
    public static string OfAddress(string cohortId, string applicationId) => $"{Of(cohortId)}/addresses/{applicationId}";

    public static string OfMessage(string cohortId, string applicationId) => $"{Of(cohortId)}/messages/{applicationId}";

    /// <summary>Text of a kind of word.</summary>
    public static string KindKey(WordKind kind) => kind switch
    {
        WordKind.Country => "unknown.kind.country",
        WordKind.Language => "unknown.kind.language",
        _ => "unknown.kind.topic",
    };

    /// <summary>Text that says that an act was done; null for none of these.</summary>
    public static string? DoneKey(string act) => act switch
    {
        WordPages.Set => "unknown.done.set",
        WordPages.LeaveOut => "unknown.done.leave-out",
        WordPages.TakeBack => "unknown.done.take-back",
        AddressPages.Address => "unknown.done.address",
        MessagePages.ReadAgain => "unknown.done.read-again",
        MessagePages.Seen => "unknown.done.seen",
        _ => null,
    };

    /// <summary>
    /// Where it is resolved that a person's country is not known: at its word, or on the person's own page where none was given.
    /// </summary>
    public static string? OfCountry(string cohortId, UnclearAnswers? unclear) =>
        unclear?.Words.FirstOrDefault(word => word.Kind == WordKind.Country) is { } word ? OfWord(cohortId, word.WordId) : null;
}
