namespace Microsoft.Azure.Functions.Worker;

/// <summary>Objects that travel with an invocation, one for each type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    T? Get<T>();

    void Set<T>(T instance);
}
