using Ilnp.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Committee.Unknown;

/// <summary>What was not understood, and the ways to settle it.</summary>
static class UnknownRegistration
{
    public static IServiceCollection AddUnknown(this IServiceCollection services) => services
        .AddForm(WordChoice.Asked).AddForm(AddressPages.Asked)
        .AddSingleton<UnknownReading>().AddSingleton<UnknownVisits>();
}
