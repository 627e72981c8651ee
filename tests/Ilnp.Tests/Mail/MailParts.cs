using System.Diagnostics.Metrics;
using Ilnp.Links;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.Languages;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Mail;

/// <summary>Parts of the mail step with settings as in a test.</summary>
static class MailParts
{
    static readonly LinkSigner Signer = new(
        Options.Create(new SigningOptions { SigningKeys = { ["k1"] = Convert.ToBase64String(new byte[32]) }, CurrentKey = "k1" }));
    static readonly IOptions<WebOptions> Web = Options.Create(new WebOptions { PublicUrl = "https://ilnp.example.org/app" });

    public static UnsubscribeLinks Links { get; } = new(Signer, Web);

    public static LanguageLinks Languages { get; } = new(Signer, Web);

    public static AddressKeys Addresses { get; } = new(
        Options.Create(new IdentityOptions { IdentityKey = Convert.ToBase64String(new byte[32]) }));

    /// <summary>Those of all steps.</summary>
    public static MailTemplates Templates { get; } = new(AppParts.Of<MailFolder>());

    public static MailSignals Signals { get; } = new(
        new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    /// <summary>With the samples of the app.</summary>
    public static WordingCheck Wording { get; } = new(Templates, new(Templates), new(AppParts.Of<MailSample>()));

    public static MailComposer Composer { get; } = new(new(Templates), Links, Languages, Addresses, Options.Create(new MailOptions()));
}
