using Ilnp.Approvals;
using Ilnp.Assignments.Questions;
using Ilnp.Forms;
using Ilnp.Mail;
using Ilnp.Own;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Assignments;

/// <summary>
/// Small tasks that groups can do together. All that is kept of them are answers, which are shown, taken along and erased with everybody's.
/// </summary>
public static class AssignmentsRegistration
{
    public static IServiceCollection AddAssignments(this IServiceCollection services) => services
        .AddTexts("Assignments")
        .AddMails("Assignments")
        .AddForm(HandIn.Form)
        .AddForm(MayShow.Form)
        .AddSettings<AssignmentSettings>()
        .AddSingleton<AssignmentCircles>()
        .AddSingleton<AssignmentLetters>()
        .AddSingleton<AssignmentOffers>()
        .AddSingleton<IDecisionCheck, HandInCheck>()
        .AddSingleton<IDecisionCheck, MayShowCheck>()
        .AddSingleton<IDecisionEffect, HandInEffect>()
        .AddSingleton<IDecisionEffect, MayShowEffect>()
        .AddOwnCard<OwnAssignment>();
}
