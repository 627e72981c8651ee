using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Screening.Duplicates;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Screening;

/// <summary>Qualifications, possible duplicates, and the leads' look at what came in.</summary>
public static class ScreeningRegistration
{
    public static IServiceCollection AddScreening(this IServiceCollection services) => services
        .AddForm(DuplicateForm.Form)
        .AddSingleton<IQualifications, Qualifications>()
        .AddSingleton<DuplicateProposalStore>()
        .AddSingleton<DuplicateReview>()
        .AddSingleton<IntakeReview>();
}
