using System.Reflection;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>Whether a parameter is declared as one that may be null.</summary>
static class Nullability
{
    public static bool AllowsNull(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
