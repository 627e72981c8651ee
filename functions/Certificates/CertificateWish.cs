using Ilnp.Approvals;

namespace Ilnp.Certificates;

/// <summary>The name and address somebody asked for in the final survey, Appendix B question 9, or later.</summary>
/// <param name="Name">As written, any script.</param>
/// <param name="Address">Null for the person's own.</param>
public sealed record CertificateWish(string Name, string? Address)
{
    public const string NameQuestion = "q9-name";
    const string AddressQuestion = "q9-email";

    /// <summary>Null when the survey was not answered or the name left empty: no certificate is wished.</summary>
    public static CertificateWish? Of(Decision decision) =>
        decision.Answer(NameQuestion)?.Trim() is { Length: > 0 } name ? new(name, decision.Answer(AddressQuestion)) : null;
}
