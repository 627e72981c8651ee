namespace FunctionsHost.Settings;

/// <summary>Gathers what is wrong, so that one start tells all of it.</summary>
sealed class StartErrors
{
    readonly List<string> found = [];

    public bool Any => found.Count > 0;

    public void Add(string error) => found.Add(error);

    /// <exception cref="FunctionsHostStartException">Something was added.</exception>
    public void ThrowIfAny()
    {
        if (Any) throw new FunctionsHostStartException(string.Join(Environment.NewLine, found.Distinct()));
    }
}
