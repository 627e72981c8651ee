namespace Microsoft.Azure.Functions.Worker;

/// <summary>One of the outputs of a function that has run; middleware may replace it.</summary>
public abstract class OutputBindingData<T>
{
    protected OutputBindingData()
    {
    }

    /// <summary><c>http</c> for the response.</summary>
    public abstract string BindingType { get; }

    /// <summary>The property of the function's result.</summary>
    public abstract string Name { get; }

    public abstract T? Value { get; set; }
}
