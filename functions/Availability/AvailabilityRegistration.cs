using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Availability;

/// <summary>The participation inquiry.</summary>
public static class AvailabilityRegistration
{
    public static IServiceCollection AddAvailability(this IServiceCollection services) => services
        .AddTexts("Availability")
        .AddMails("Availability")
        .AddSingleton(new OverviewFigure("funnel.asked", 30, facts => facts.Asked(InquiryForm.Name)))
        .AddSingleton(new OverviewFigure("funnel.yes", 40, facts => facts.Asked(InquiryForm.Name, InquiryForm.Yes)))
        .AddSingleton<StandbyLetter>()
        .AddForm(AvailabilityForm.Form)
        .AddOwnCard<OwnPlace>();
}
