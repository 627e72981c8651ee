namespace FunctionsHost.Durable.Management;

/// <summary>
/// Scheme and authority that a proxy says it was called by: <c>Forwarded</c>, otherwise <c>X-Forwarded-Host</c> and <c>-Proto</c>.
/// </summary>
static class ForwardedOrigin
{
    /// <param name="header">A header's first value by its name; null when it is not there.</param>
    /// <param name="scheme">Holds when the proxy names none.</param>
    /// <returns>Null when no proxy says anything that can be an address.</returns>
    public static string? Of(Func<string, string?> header, string scheme)
    {
        var (host, proto) = header("Forwarded") is { Length: > 0 } forwarded
            ? (Part(forwarded, "host"), Part(forwarded, "proto"))
            : (First(header("X-Forwarded-Host")), First(header("X-Forwarded-Proto")));
        if (proto is not ("http" or "https")) proto = scheme;
        // Whatever is not a plain authority could lead the key in the links elsewhere.
        return host is { Length: > 0 } && Uri.TryCreate($"{proto}://{host}", UriKind.Absolute, out var uri)
            && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" } && !host.Contains('/', StringComparison.Ordinal)
            ? $"{proto}://{host}"
            : null;
    }

    static string? Part(string forwarded, string name) => First(forwarded)!.Split(';', StringSplitOptions.TrimEntries)
        .Where(part => part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
        .Select(part => part[(name.Length + 1)..].Trim('"'))
        .FirstOrDefault();

    /// <summary>Of several proxies, the one that the caller spoke to.</summary>
    static string? First(string? value) => value?.Split(',')[0].Trim();
}
