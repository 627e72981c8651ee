using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Operations.Disk;
using Ilnp.Operations.Health;
using Ilnp.Operations.Retention;
using Ilnp.Operations.Secrets;
using Ilnp.Operations.Stuck;
using Ilnp.Operations.Telemetry;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Operations;

/// <summary>The app's own running.</summary>
public static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSecretsFromVault()
        .AddTexts("Operations", "")
        .AddMails("Operations", "")
        .AddSettings<PrivacySettings>()
        .AddCommitteeForm(StoppedForm.Form, CommitteeRole.Technical, CommitteeRole.Lead)
        .AddFreeOfPersonalData("table Stoppages", "what stopped, by ids")
        .AddFreeOfPersonalData("container azure-webjobs-secrets", "keys of the Functions host")
        .AddFreeOfPersonalData("table ForgottenCohorts", "of which cohorts nothing is left to forget")
        .AddSingleton<ForgottenCohorts>()
        .AddSingleton<DueMessages>()
        .AddSingleton<DueCohorts>()
        .AddSingleton<DueByAge>()
        .AddSingleton<StoppageStore>()
        .AddSingleton<StoppageLetters>()
        .AddSingleton<StandingFailures>()
        .AddSingleton<StuckMails>()
        .AddSingleton<StuckAnswers>()
        .AddSingleton<StuckLetters>()
        .AddMetrics()
        .AddSingleton<StateSignals>()
        .AddDisk()
        .AddSingleton<HealthChecks>()
        .AddSingleton<HealthMemory>()
        .AddSingleton<IDecisionCheck, StoppedCheck>()
        .AddSingleton<IDecisionEffect, GoingOn>();

    static IServiceCollection AddDisk(this IServiceCollection services)
    {
        services.AddOptions<DiskOptions>().BindConfiguration(DiskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<DiskRoom>().AddSingleton<DiskWatch>().AddFreeOfPersonalData(
            "table LowDisk", "since when the disk is low");
    }

    static IServiceCollection AddSecretsFromVault(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SecretsFromVault>, UnreadSecrets>().AddOptions<SecretsFromVault>().ValidateOnStart();
        return services;
    }
}
