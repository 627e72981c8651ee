using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.SecondPartners.Letters;
using Ilnp.SecondPartners.Questions;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.SecondPartners;

/// <summary>A second partner beside the first, by the consent of all who are in a group.</summary>
public static class SecondPartnersRegistration
{
    public static IServiceCollection AddSecondPartners(this IServiceCollection services) => services
        .AddTexts("SecondPartners", "approve-seconds")
        .AddMails("SecondPartners", "lead-")
        .AddForm(Second.Form)
        .AddForm(StopSecond.Form)
        .AddCommitteeForm(ApproveSeconds.Form, new CommitteeForm(ApproveSeconds.Name, CommitteeRole.Lead)
        {
            IsAskedTogether = true,
            Agreeing = ApproveSeconds.Approve,
        })
        .AddSettings<SecondPartnersSettings>()
        .AddSingleton<SecondCircles>()
        .AddSingleton<SecondMatching>()
        .AddSingleton<PairLetters>()
        .AddSingleton<NoneLetters>()
        .AddSingleton<IDecisionEffect, SecondEffect>()
        .AddSingleton<IDecisionCheck, SecondCheck>()
        .AddSingleton<IDecisionCheck, StopSecondCheck>()
        .AddSingleton<IDecisionCheck, ApproveSecondsCheck>()
        .AddSingleton<IDeparture, SecondDeparture>()
        .AddOwnCard<OwnSecond>();
}
