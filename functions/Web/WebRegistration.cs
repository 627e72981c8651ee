using Ilnp.Web.Forms;
using Ilnp.Web.Mailbox;
using Ilnp.Web.Overview;
using Ilnp.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Web;

/// <summary>Pages, forms and their texts.</summary>
public static class WebRegistration
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<SignedFiles>()
            .AddSingleton<UsedLinks>()
            .AddSingleton<SignInLinks>()
            .AddSingleton<CommitteeSessions>()
            .AddSingleton<MailboxSearch>()
            .AddSingleton<CommitteePages>()
            .AddSingleton<CohortOverviews>()
            .AddSingleton(Texts.Load(Path.Combine(AppContext.BaseDirectory, "Web", "Texts")))
            .AddSingleton(FormCatalogue.Programme);
    }
}
