namespace Ilnp.Pages;

/// <summary>What a function threw.</summary>
static class Thrown
{
    /// <summary>The exception itself, which the worker wraps when the function is asynchronous and has a result.</summary>
    public static Exception By(Exception caught) => caught is AggregateException { InnerExceptions: [var only] } ? By(only) : caught;
}
