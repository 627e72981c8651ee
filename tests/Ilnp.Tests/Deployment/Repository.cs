namespace Ilnp.Tests.Deployment;

/// <summary>The sources that these tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    static string Find()
    {
        var above = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(above, "IlnpFunctions.sln"))) above = Path.GetDirectoryName(above)!;
        return above;
    }
}
