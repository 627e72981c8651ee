using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace FunctionsHost.Durable.Management;

/// <summary>The criteria in a query string; what cannot be read is left out, as the real API does.</summary>
static class InstanceFilter
{
    public static OrchestrationQuery Of(HttpRequest request) => new(
        CreatedFrom: Time(request, "createdTimeFrom"),
        CreatedTo: Time(request, "createdTimeTo"),
        Statuses: Statuses(request),
        InstanceIdPrefix: request.Query["instanceIdPrefix"].FirstOrDefault(),
        PageSize: int.TryParse(request.Query["top"], out var top) && top > 0 ? top : OrchestrationQuery.DefaultPageSize,
        FetchInputsAndOutputs: true);

    public static bool? Flag(HttpRequest request, string name) => bool.TryParse(request.Query[name], out var flag) ? flag : null;

    /// <summary>Seconds, whole or not.</summary>
    public static TimeSpan? Seconds(HttpRequest request, string name) =>
        double.TryParse(request.Query[name], CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86400
            ? TimeSpan.FromSeconds(seconds)
            : null;

    static DateTimeOffset? Time(HttpRequest request, string name) =>
        DateTimeOffset.TryParse(request.Query[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    static List<OrchestrationRuntimeStatus>? Statuses(HttpRequest request)
    {
        var statuses = request.Query["runtimeStatus"]
            .SelectMany(value => (value ?? "").Split(','))
            .Where(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, out _))
            .Select(Enum.Parse<OrchestrationRuntimeStatus>)
            .ToList();
        return statuses.Count == 0 ? null : statuses;
    }
}
