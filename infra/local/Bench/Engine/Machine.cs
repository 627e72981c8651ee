using System.Runtime.InteropServices;

namespace Ilnp.Local.Bench.Engine;

/// <summary>What the figures were measured on.</summary>
sealed record Machine(int Cores, string System, string Runtime)
{
    public static Machine This() => new(Environment.ProcessorCount, RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription);
}
