using Ilnp.Assignments;
using Ilnp.Mail;
using Ilnp.Map;
using Ilnp.Privacy;
using Ilnp.Reports.PersonalData;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Reports;

public static class ReportsRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddTexts("Reports")
        .AddMails("Reports")
        .AddPersonalData<ReportData>(ReportData.Held)
        .AddSingleton(_ => WorldMap.Load())
        .AddSingleton<ReportEndings>()
        .AddSingleton<ReportReading>()
        .AddSingleton<ReportCosts>()
        .AddSingleton<ReportFiles>()
        .AddSingleton<ReportBuilder>()
        .AddSingleton<ReportAnew>()
        .AddSingleton<IShowsAssignments>(provider => provider.GetRequiredService<ReportAnew>())
        .AddSingleton<ReportPage>()
        .AddSingleton<ReportStore>();
}
