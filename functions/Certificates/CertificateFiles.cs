using Ilnp.Links;

namespace Ilnp.Certificates;

/// <summary>Certificates as files.</summary>
public sealed class CertificateFiles(CertificateRenderer renderer, CertificateStore certificates, SignedFiles files)
{
    /// <summary>Renders one and keeps it, in place of an earlier one.</summary>
    internal async Task<byte[]> MakeAsync(string cohortId, string personId, CertificateModel model, CancellationToken cancellation)
    {
        var pdf = renderer.Render(model);
        await certificates.PutAsync(cohortId, personId, pdf, cancellation);
        return pdf;
    }

    /// <summary>Where whoever has the link reads it.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="personId">Whose it is.</param>
    /// <param name="until">UTC.</param>
    internal Uri AddressOf(string cohortId, string personId, DateTime until) =>
        files.AddressOf(CertificateStore.Container, CertificateStore.BlobName(cohortId, personId), until);
}
