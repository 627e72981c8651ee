using Ilnp.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Committee.People.Actions;

/// <summary>What the committee can do about a person, in the order of the page.</summary>
static class PersonActionsRegistration
{
    public static IServiceCollection AddPersonActions(this IServiceCollection services) => services
        .AddAction<Correct>(Correct.Asked).AddAction<CameInTime>(CameInTime.Asked)
        .AddAction<SendOwnPage>(SendOwnPage.Asked).AddAction<AskAgain>(AskAgain.Asked).AddAction<Note>(Note.Asked)
        .AddAction<TakePause>(TakePause.Asked).AddAction<Leave>(Leave.Asked)
        .AddAction<Return>(Return.Asked).AddAction<Withdraw>(Withdraw.Asked).AddAction<Stay>(Stay.Asked);

    static IServiceCollection AddAction<T>(this IServiceCollection services, Form asked) where T : PersonAction =>
        services.AddSingleton<PersonAction, T>().AddForm(asked);
}
