using Azure;
using FunctionsHost.Functions;
using FunctionsHost.Settings;
using Microsoft.Extensions.Options;

namespace FunctionsHost;

/// <summary>Failures of a start that somebody can mend, in words for that person.</summary>
static class StartFailure
{
    const string Unreachable = $"The storage account does not answer: start Azurite, or check the setting {HostSettings.Storage}.";

    /// <summary>Null for what is ours to mend.</summary>
    public static string? Explain(Exception error) => error switch
    {
        OptionsValidationException invalid => Lines(invalid.Failures),
        AggregateException { InnerExceptions: var all } when all.All(inner => inner is OptionsValidationException) =>
            Lines(all.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures)),
        WorkerLostException lost => $"The app's worker ended before it was ready: {lost.Message}",
        RequestFailedException { Status: 0 } or AggregateException { InnerExceptions: [RequestFailedException { Status: 0 }, ..] } =>
            Unreachable,
        RequestFailedException { Status: 401 or 403 } =>
            $"The storage account refuses its key or identity: check the setting {HostSettings.Storage}.",
        { InnerException: RequestFailedException inner } => Explain(inner),
        _ => null,
    };

    /// <summary>One for each mistake, without what the framework puts around the app's own words.</summary>
    static string Lines(IEnumerable<string> failures) => string.Join(Environment.NewLine, failures.Select(failure =>
    {
        const string Around = "with the error: '";
        var start = failure.IndexOf(Around, StringComparison.Ordinal);
        return start < 0 ? failure : failure[(start + Around.Length)..].TrimEnd('.', '\'') + ".";
    }));
}
