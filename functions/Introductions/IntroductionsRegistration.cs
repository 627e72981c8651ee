using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Introductions;

/// <summary>Partners hear of each other.</summary>
public static class IntroductionsRegistration
{
    public static IServiceCollection AddIntroductions(this IServiceCollection services) => services
        .AddTexts("Introductions")
        .AddMails("Introductions")
        .AddForm(AgreementForm.Form)
        .AddSingleton<IDecisionEffect, AgreementEffect>()
        .AddOwnCard<OwnPartner>()
        .AddSingleton(new OverviewFigure("funnel.in-groups", 50, InGroups));

    /// <summary>People in a group that is introduced, or was until the end.</summary>
    static int InGroups(CohortFacts facts) => facts.Groups
        .Where(group => group.Status is GroupStatus.Active or GroupStatus.Completed).SelectMany(group => group.Members).Distinct().Count();
}
