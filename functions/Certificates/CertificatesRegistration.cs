using Ilnp.Approvals;
using Ilnp.Certificates.PersonalData;
using Ilnp.Documents;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Privacy;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Certificates;

public static class CertificatesRegistration
{
    public static IServiceCollection AddCertificates(this IServiceCollection services) => services
        .AddMails("Certificates")
        .AddTypesetting()
        .AddSingleton(_ => new TextFiles<CertificateTexts>("Certificates/Texts"))
        .AddTextFamily(provider => provider.GetRequiredService<TextFiles<CertificateTexts>>())
        .AddPersonalData<CertificateData>(CertificateData.Held)
        .AddSingleton<CertificateRenderer>()
        .AddSingleton<CertificateStore>()
        .AddSingleton<CertificateLinks>()
        .AddSingleton<CertificateContents>()
        .AddSingleton<CertificateFiles>()
        .AddSingleton<CertificateIssuer>()
        .AddForm(WishForm.Form)
        .AddSingleton<IDecisionEffect, WishEffect>()
        .AddTexts("Certificates/Page")
        .AddOwnCard<OwnCertificate>();
}
