namespace Ilnp.Tests.Architecture.Used;

/// <summary>What the reader's probes use.</summary>
sealed class Thing
{
    public static int Count() => 1;
}

[AttributeUsage(AttributeTargets.Class)]
sealed class AboutAttribute(Type type) : Attribute
{
    public Type Type => type;
}
