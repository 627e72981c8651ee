using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Own, as its steps give them.</summary>
static class OwnMails
{
    public static SampleModels Models { get; } = new()
    {
        ["own-page"] = new Dictionary<string, object?> { ["url"] = Link, ["shared"] = true },
        ["page-sent"] = new Dictionary<string, object?> { ["url"] = Link, ["new_address"] = true },
    };
}
