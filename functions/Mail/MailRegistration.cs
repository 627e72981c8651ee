using Ilnp.Mail.Ledger;
using Ilnp.Mail.Rendering;
using Ilnp.Mail.Senders;
using Ilnp.Mail.Suppression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail;

/// <summary>Mail: the ledger, the templates, the sender that the settings name.</summary>
public static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddOptions<SendGridOptions>().BindConfiguration(SendGridOptions.Section);
        services.AddOptions<GraphOptions>().BindConfiguration(GraphOptions.Section);
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section);
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<MailTemplates>()
            .AddSingleton<MailRenderer>()
            .AddSingleton<AddressKeys>()
            .AddSingleton<UnsubscribeLinks>()
            .AddSingleton<MailComposer>()
            .AddSingleton<SuppressionList>()
            .AddSingleton<MailLedger>()
            .AddSingleton<MailClaims>()
            .AddSingleton<Mailer>()
            .AddSingleton<Correspondence>()
            .AddSingleton<LocalMailbox>()
            .AddSingleton(Sender);
    }

    static IMailSender Sender(IServiceProvider provider) => provider.GetRequiredService<IOptions<MailOptions>>().Value.Sender switch
    {
        MailSenders.SendGrid => ActivatorUtilities.CreateInstance<SendGridSender>(provider),
        MailSenders.Graph => ActivatorUtilities.CreateInstance<GraphSender>(provider),
        MailSenders.Smtp => ActivatorUtilities.CreateInstance<SmtpSender>(provider),
        _ => ActivatorUtilities.CreateInstance<MailboxSender>(provider),
    };
}
