using Ilnp.Announcements;
using Ilnp.Approvals;
using Ilnp.Assignments;
using Ilnp.Availability;
using Ilnp.Care;
using Ilnp.Certificates;
using Ilnp.Cohort;
using Ilnp.Committee;
using Ilnp.Continuing;
using Ilnp.Drive;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Introductions;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Matching;
using Ilnp.Meetings;
using Ilnp.Operations;
using Ilnp.Operations.Telemetry;
using Ilnp.Orchestration.Retries;
using Ilnp.Own;
using Ilnp.Pages;
using Ilnp.Pages.Visitors;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Reports;
using Ilnp.Returning;
using Ilnp.Rights;
using Ilnp.Screening;
using Ilnp.SecondPartners;
using Ilnp.Standstill;
using Ilnp.Storage;
using Ilnp.Stories;
using Ilnp.Surveys;
using Ilnp.Usage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
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
        builder.UseMiddleware<CountedFunctions>();
        builder.UseMiddleware<VisitorGuard>();
        builder.UseMiddleware<OutagePage>();
        builder.UseMiddleware<LaterAnswer>();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);
        AddSteps(builder.Services);
        return builder;
    }

    /// <summary>Everything but storage and telemetry, which are a matter of the deployment.</summary>
    public static IServiceCollection AddSteps(IServiceCollection services) => services
        .AddUsage()
        .AddPages()
        .AddForms()
        .AddLinks()
        .AddProgramme()
        .AddMail()
        .AddDrive()
        .AddApprovals()
        .AddOwn()
        .AddRights()
        .AddStandstill()
        .AddAnnouncements()
        .AddIntake()
        .AddScreening()
        .AddMatching()
        .AddAvailability()
        .AddIntroductions()
        .AddCare()
        .AddAssignments()
        .AddPrompts()
        .AddContinuing()
        .AddSecondPartners()
        .AddMeetings()
        .AddReturning()
        .AddSurveys()
        .AddCertificates()
        .AddStories()
        .AddReports()
        .AddCohort()
        .AddCommittee()
        .AddOperations();
}
