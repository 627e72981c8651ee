using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Certificates, as its steps give them.</summary>
static class CertificatesMails
{
    public static SampleModels Models { get; } = new()
    {
        ["certificate"] = new Dictionary<string, object?>
        {
            ["certificate_name"] = "María José Núñez",
            ["url"] = Link,
            ["check_url"] = Link,
        },
    };
}
