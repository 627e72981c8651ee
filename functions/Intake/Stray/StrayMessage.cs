using Azure;
using Azure.Storage.Blobs.Models;

namespace Ilnp.Intake.Stray;

/// <summary>A message that is kept for a round that is not here, without its body.</summary>
/// <param name="Provider">Name of the form provider.</param>
/// <param name="NameId">Of the name that it was for: one for each name, as part of an address.</param>
/// <param name="Named">That name, untrusted: quoted and shortened.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="RetainUntil">The last day of keeping, UTC.</param>
/// <param name="TakenBy">The cohort that is taking it in; null for none. It is still here where that ended half-way.</param>
public sealed record StrayMessage(
    string Provider, string NameId, string Named, DateTimeOffset ReceivedAt, DateOnly RetainUntil, string? TakenBy)
{
    /// <summary>As it was listed.</summary>
    public required BlobItem Blob { get; init; }

    /// <summary>The only cohort that may take it in, by its signature; null for any.</summary>
    public string? MeantFor { get; init; }

    internal ETag ETag => Blob.Properties.ETag!.Value;

    /// <summary>Its own part of the address.</summary>
    internal string MessageId => Blob.Name[(Blob.Name.LastIndexOf('/') + 1)..];

    /// <summary>What a cohort's committee sees, and may take in or throw away: not what another cohort is taking in.</summary>
    public bool IsOpenTo(string cohortId) => (MeantFor is null || MeantFor == cohortId) && (TakenBy is null || TakenBy == cohortId);
}

/// <summary>Messages of one provider for one name.</summary>
/// <param name="Provider">Name of the form provider.</param>
/// <param name="NameId">Of the name.</param>
/// <param name="Named">The name, untrusted: quoted and shortened.</param>
/// <param name="Count">How many.</param>
/// <param name="First">When the first came, UTC.</param>
/// <param name="Last">When the last came, UTC.</param>
/// <param name="FirstGoes">The last day on which all of them are kept, UTC.</param>
public sealed record StrayGroup(
    string Provider, string NameId, string Named, int Count, DateTimeOffset First, DateTimeOffset Last, DateOnly FirstGoes)
{
    /// <summary>As a cohort's committee sees them, the last come first.</summary>
    public static IReadOnlyList<StrayGroup> Of(IEnumerable<StrayMessage> messages, string cohortId) =>
    [
        .. messages.Where(message => message.IsOpenTo(cohortId)).GroupBy(message => (message.Provider, message.NameId)).Select(Of)
            .OrderByDescending(group => group.Last).ThenBy(group => group.NameId, StringComparer.Ordinal),
    ];

    static StrayGroup Of(IGrouping<(string Provider, string NameId), StrayMessage> group) => new(
        group.Key.Provider, group.Key.NameId, group.First().Named, group.Count(),
        group.Min(message => message.ReceivedAt), group.Max(message => message.ReceivedAt), group.Min(message => message.RetainUntil));
}
