using Ilnp.Mail.Ledger;
using Ilnp.Mail.Rendering;
using Ilnp.Mail.Senders;
using Ilnp.Mail.Suppression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ilnp.Mail;

public static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MailTemplates>().AddSingleton<MailRenderer>().AddSingleton<MailComposer>();
        services.AddSingleton<MailLedger>().AddSingleton<SuppressionList>().AddSingleton<MailClaims>().AddSingleton<Mailer>();
        services.AddSingleton<LocalMailbox>().AddSingleton<MailboxSender>();
        return services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<MailboxSender>());
    }
}
