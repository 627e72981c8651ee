using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ilnp.Links;

namespace Ilnp.Approvals;

/// <summary>The signed tokens of decisions' links.</summary>
public sealed class DecisionTokens(LinkSigner signer)
{
    const string Purpose = "decision";

    /// <summary>The link of a version that expires then, by the current key.</summary>
    public DecisionLink Issue(DecisionRequest request, int version, DateTimeOffset expiresAt)
    {
        var link = new DecisionLink(version, signer.CurrentKey, expiresAt, "");
        return link with { Hash = Hash(Of(request, link)) };
    }

    /// <summary>The token of a link, the same each time. Its key must still be known.</summary>
    public string Of(DecisionRequest request, DecisionLink link) => signer.SignBy(
        link.KeyId, Purpose, link.ExpiresAt, request.CohortId, request.DecisionId, link.Version.ToString(CultureInfo.InvariantCulture));

    public bool CanMake(DecisionLink link) => signer.Knows(link.KeyId);

    /// <summary>Which decision a token names; null when it is no token of a decision.</summary>
    public DecisionTokenReading? Read(string token, DateTimeOffset now) =>
        signer.Read(Purpose, token, now) is { Validity: not LinkValidity.Invalid, Subject: [var cohort, var decision, _] } reading
            ? new(cohort, decision, reading.Validity == LinkValidity.Expired)
            : null;

    /// <summary>Whether the token is the decision's latest link, in constant time.</summary>
    public static bool IsLatest(Decision decision, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(decision.Link.Hash), Encoding.ASCII.GetBytes(Hash(token)));

    static string Hash(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>A genuine token of a decision.</summary>
public sealed record DecisionTokenReading(string CohortId, string DecisionId, bool IsExpired);
