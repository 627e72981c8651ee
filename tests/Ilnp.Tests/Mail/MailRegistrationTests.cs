using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Mail.Senders;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Mail;

public sealed class MailRegistrationTests
{
    static readonly string Key = Convert.ToBase64String(new byte[32]);

    static readonly Dictionary<string, string?> Valid = new()
    {
        ["Web:PublicUrl"] = "https://ilnp.example.org",
        ["Approvals:SigningKeys:k1"] = Key,
        ["Approvals:CurrentKey"] = "k1",
        ["Intake:IdentityKey"] = Key,
    };

    static ServiceProvider App(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(Valid);
        foreach (var (name, value) in settings) all[name] = value;
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(all).Build())
            .AddLogging()
            .AddSingleton(new TableServiceClient("UseDevelopmentStorage=true"))
            .AddSingleton(new BlobServiceClient("UseDevelopmentStorage=true"))
            .AddProgramme().AddApprovals().AddIntake().AddPages().AddForms().AddLinks().AddMail()
            .BuildServiceProvider();
    }

    static readonly (string, string)[] From =
        [("Mail:From:Essential", "programme@example.org"), ("Mail:From:Optional", "news@example.org")];

    static readonly string PublicKey = Convert.ToBase64String(
        System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256).ExportSubjectPublicKeyInfo());

    [Fact]
    public async Task GivenNoMailSettings_WhenStarted_ThenTheLocalMailboxSends()
    {
        await using var app = App();
        Assert.IsType<MailboxSender>(app.GetRequiredService<IMailSender>());
        Assert.Same(app.GetRequiredService<Mailer>(), app.GetRequiredService<Mailer>());
    }

    public static TheoryData<string, Type, string[]> Senders => new()
    {
        { "sendgrid", typeof(SendGridSender), ["SendGrid:ApiKey=SG.x", $"SendGrid:WebhookPublicKey={PublicKey}"] },
        { "graph", typeof(GraphSender), ["Graph:Mailbox=ilnp@example.org"] },
        {
            "graph",
            typeof(GraphSender),
            [
                "Graph:Mailbox=ilnp@example.org",
                "Graph:TenantId=00000000-0000-0000-0000-000000000001",
                "Graph:ClientId=c",
                "Graph:ClientSecret=s",
            ]
        },
        { "smtp", typeof(SmtpSender), ["Smtp:Host=mail.example.org", "Smtp:User=u", "Smtp:Password=p"] },
    };

    [Theory, MemberData(nameof(Senders))]
    public async Task GivenASenderWithItsSettings_WhenStarted_ThenItSends(string name, Type type, string[] settings)
    {
        await using var app = App(
            [("Mail:Sender", name), .. From, .. settings.Select(line => (line[..line.IndexOf('=')], line[(line.IndexOf('=') + 1)..]))]);
        app.GetRequiredService<IStartupValidator>().Validate();
        Assert.IsType(type, app.GetRequiredService<IMailSender>());
    }

    [Fact]
    public async Task GivenSeveralMistakes_WhenStarted_ThenAllAreNamedAtOnceAndOnlyTheChosenSendersCount()
    {
        await using var app = App(
            ("Mail:Sender", "sendgrid"), ("Mail:From:Essential", "nobody"),
            ("Mail:LeaseMinutes", "1"), ("SendGrid:WebhookPublicKey", "xx"), ("Smtp:Port", "0"));

        var error = Assert.Throws<OptionsValidationException>(app.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(
            ["Mail:From:Essential", "Mail:From:Essential", "Mail:LeaseMinutes", "SendGrid:ApiKey", "SendGrid:WebhookPublicKey"],
            error.Failures.Select(failure => failure.Split(' ')[0]).Order());
    }

    [Theory]
    [InlineData("Mail:Sender", "pigeon")]
    [InlineData("Mail:MailboxFolder", " ")]
    [InlineData("Mail:From:Optional", "a@b, c@d")]
    public async Task GivenAMistake_WhenStarted_ThenItIsNamed(string name, string value)
    {
        await using var app = App((name, value));
        var error = Assert.Throws<OptionsValidationException>(app.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains(error.Failures, failure => failure.StartsWith(name, StringComparison.Ordinal));
    }
}
