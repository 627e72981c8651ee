using Ilnp.Forms;
using Ilnp.Intake.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Intake;

/// <summary>Services and settings of intake.</summary>
public static class IntakeRegistration
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddForm(ApplicationForm.Form)
            .AddSingleton<Identities>()
            .AddSingleton<RawMessageStore>()
            .AddSingleton<ApplicationStore>()
            .AddSingleton<IntakeProblemStore>()
            .AddSingleton<ProblemNotes>()
            .AddSingleton<ApplicationRegistrar>()
            .AddSingleton<ExportShelf>()
            .AddSingleton<ImportReceiptStore>()
            .AddSingleton<RowImporter>()
            .AddSingleton<ApplicationInbox>();
    }
}
