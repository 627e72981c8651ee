using Ilnp.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Committee.Groups.Actions;

/// <summary>What the committee can do about a group, in the order of the page.</summary>
static class GroupActionsRegistration
{
    public static IServiceCollection AddGroupActions(this IServiceCollection services) => services
        .AddSingleton<GroupFiles>()
        .AddAction<GroupNote>(GroupNote.Asked).AddAction<HandOver>(HandOver.Asked).AddAction<AskLonger>(AskLonger.Asked)
        .AddAction<Dissolve>(Dissolve.Asked);

    static IServiceCollection AddAction<T>(this IServiceCollection services, Form asked) where T : GroupAction =>
        services.AddSingleton<GroupAction, T>().AddForm(asked);
}
