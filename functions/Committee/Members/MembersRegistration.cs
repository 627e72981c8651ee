using Ilnp.Committee.SignIn;
using Ilnp.Forms;
using Ilnp.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Committee.Members;

/// <summary>The committee of a running cohort, and how it changes.</summary>
static class MembersRegistration
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddForm(MemberForm.Form)
        .AddFreeOfPersonalData("table SignIns", "when somebody of a committee signed in last, by id")
        .AddSingleton<SignInStore>()
        .AddSingleton<CommitteeFiles>()
        .AddSingleton<MemberLetters>()
        .AddSingleton<MemberActs>()
        .AddSingleton<MemberPresses>();
}
