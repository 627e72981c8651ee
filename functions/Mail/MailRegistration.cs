using Ilnp.Mail.Doubt;
using Ilnp.Mail.Holds;
using Ilnp.Mail.Languages;
using Ilnp.Mail.Ledger;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.PersonalData;
using Ilnp.Mail.Rendering;
using Ilnp.Mail.Senders;
using Ilnp.Mail.Suppression;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;
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
            .AddTexts("Mail")
            .AddMails("Mail")
            .AddPersonalData<MailData>(MailData.Held)
            .AddPersonalData<MailboxData>(MailboxData.Held)
            .AddPersonalData<KeptMailData>(KeptMailData.Held)
            .AddPersonalData<SuppressionData>(SuppressionData.Held)
            .AddSingleton<MailSubjects>()
            .AddSingleton<MailTemplates>()
            .AddTextFamily(provider => provider.GetRequiredService<MailTemplates>())
            .AddSingleton<MailRenderer>()
            .AddSingleton<MailSamples>()
            .AddSingleton<WordingCheck>()
            .AddSingleton<OwnWordingStore>()
            .AddGoesWithCohort<OwnWordingStore>()
            .AddSingleton<OwnWordings>()
            .AddSettings<MailingSettings>()
            .AddSingleton<MailingHoldStore>()
            .AddGoesWithCohort<MailingHoldStore>()
            .AddFreeOfPersonalData("table MailingHolds", "mails to many that a lead held or let go; ids of who said it")
            .AddFreeOfPersonalData("table MailWordings", "mails and topics in the committee's own words; ids of who wrote them")
            .AddFreeOfPersonalData("table MailWordingVersions", "how these words were before")
            .AddSingleton<AddressKeys>()
            .AddSingleton<UnsubscribeLinks>()
            .AddSingleton<LanguageLinks>()
            .AddSingleton<MailComposer>()
            .AddSingleton<MailDrafts>()
            .AddSingleton<SuppressionList>()
            .AddSingleton<MailLedger>()
            .AddSingleton<KeptMails>()
            .AddSingleton<MailClaims>()
            .AddMetrics()
            .AddSingleton<MailSignals>()
            .AddSingleton<MailDelivery>()
            .AddSingleton<Mailer>()
            .AddSingleton<Correspondence>()
            .AddSingleton<LocalMailbox>()
            .AddSingleton(Sender);
    }

    /// <summary>How a room brings its mails.</summary>
    /// <param name="services">The app's.</param>
    /// <param name="room">The room's folder; its templates are in <c>Mails/</c> there.</param>
    /// <param name="committee">How names of mails to the committee begin, which need not be there in every language; "" for all.</param>
    public static IServiceCollection AddMails(this IServiceCollection services, string room, params IReadOnlyList<string> committee) =>
        services.AddSingleton(new MailFolder(room) { Committee = committee });

    static IMailSender Sender(IServiceProvider provider) => provider.GetRequiredService<IOptions<MailOptions>>().Value.Sender switch
    {
        MailSenders.SendGrid => ActivatorUtilities.CreateInstance<SendGridSender>(provider),
        MailSenders.Graph => ActivatorUtilities.CreateInstance<GraphSender>(provider),
        MailSenders.Smtp => ActivatorUtilities.CreateInstance<SmtpSender>(provider),
        _ => ActivatorUtilities.CreateInstance<MailboxSender>(provider),
    };
}
