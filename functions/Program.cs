using Ilnp.Announcements;
using Ilnp.Approvals;
using Ilnp.Certificates;
using Ilnp.Cohort;
using Ilnp.Intake;
using Ilnp.Mail;
using Ilnp.Matching;
using Ilnp.Operations;
using Ilnp.Programme.Retries;
using Ilnp.Reports;
using Ilnp.Storage;
using Ilnp.Web;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace Ilnp;

/// <summary>Composition only: one line per step.</summary>
public static class Program
{
    public static void Main(string[] args) => CreateBuilder(args).Build().Run();

    /// <summary>The app as it is deployed; the local command line changes clock and settings before it builds.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<OutagePage>();
        builder.UseMiddleware<LaterAnswer>();
        builder.Services
            .AddStorage(builder.Configuration)
            .AddMail()
            .AddApprovals()
            .AddWeb()
            .AddCohort()
            .AddIntake()
            .AddMatching()
            .AddAnnouncements()
            .AddCertificates()
            .AddReports()
            .AddOperations();
        return builder;
    }
}
