using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Operations.Health;
using Ilnp.Operations.Retention;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Operations;

/// <summary>The app's own running.</summary>
public static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddTexts("Operations", "")
        .AddMails("Operations", "")
        .AddSettings<PrivacySettings>()
        .AddCommitteeForm(StoppedForm.Form, CommitteeRole.Technical, CommitteeRole.Lead)
        .AddFreeOfPersonalData("table Stoppages", "what stopped, by ids")
        .AddFreeOfPersonalData("container azure-webjobs-secrets", "keys of the Functions host")
        .AddSingleton<StoppageStore>()
        .AddSingleton<StoppageLetters>()
        .AddSingleton<StandingFailures>()
        .AddSingleton<HealthChecks>()
        .AddSingleton<HealthMemory>()
        .AddSingleton<IDecisionEffect, GoingOn>();
}
