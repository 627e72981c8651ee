using Ilnp.Approvals;
using Ilnp.Privacy;
using Ilnp.Surveys;
using Ilnp.Texts;

namespace Ilnp.Certificates.PersonalData;

/// <summary>
/// The certificate, with the name that was wished for: container <c>certificates</c>. After erasure an
/// empty file stays in its place, to be counted.
/// </summary>
sealed class CertificateData(CertificateStore certificates, DecisionStore decisions) : IPersonalData
{
    public static readonly HeldData Held = new("certificate", ErasureTurn.Records, "container certificates");

    public HeldData What => Held;

    /// <summary>It may be in another name, and go to another address.</summary>
    public async Task<DataSubject> KnowAsync(DataSubject who, CancellationToken cancellation)
    {
        foreach (var form in new[] { FinalSurveyForm.Form, WishForm.Form })
            if (await decisions.FindAsync(who.CohortId, form.DecisionId(who.PersonId), cancellation) is { } decision
                && CertificateWish.Of(decision) is { } wish)
                who = who.Named(wish.Name, wish.Address);
        return who;
    }

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) =>
        await certificates.FindAsync(who.CohortId, who.PersonId, cancellation) is { } pdf
            ? [new(
                new { file = "certificate.pdf", content = pdf },
                null,
                new HoldingLine(words["privacy.certificate.file"], "certificate.pdf"))]
            : [];

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) =>
        certificates.EraseAsync(who.CohortId, who.PersonId, cancellation);

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        certificates.ForgetAsync(cohortId, most, cancellation);
}
