using Ilnp.Forms;

namespace Ilnp.Tests.Forms;

/// <summary>The forms that the app's steps have registered.</summary>
static class AppForms
{
    public static IReadOnlyList<Form> All { get; } =
        [.. Program.CreateBuilder([]).Services.Where(service => service.ServiceType == typeof(Form)).Select(service => (Form)service.ImplementationInstance!)];
}
