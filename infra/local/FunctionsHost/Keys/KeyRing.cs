using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FunctionsHost.Keys;

/// <summary>Checks the key of a request: header <c>x-functions-key</c>, otherwise <c>code</c> in the query.</summary>
sealed class KeyRing
{
    FunctionKeys? keys;

    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public FunctionKeys Keys
    {
        get => keys ?? throw new InvalidOperationException("The keys are there once the host has started.");
        set => keys = value;
    }

    /// <summary>Users are known to no host by itself, so the level "user" needs the function's key, as in the real host.</summary>
    /// <param name="level">As the trigger says it, in small letters.</param>
    public bool AllowsFunction(HttpRequest request, string level, string function) => level switch
    {
        "anonymous" => true,
        "admin" => Shows(request, Keys.Master),
        "system" => Shows(request, Keys.Master, Keys.DurableTask),
        _ => Shows(request, Keys.Master, Keys.Default, Keys.Functions.GetValueOrDefault(function)),
    };

    public bool AllowsManagement(HttpRequest request) => Shows(request, Keys.Master, Keys.DurableTask);

    /// <summary>Compares with all of them, in a time that tells nothing.</summary>
    static bool Shows(HttpRequest request, params string?[] accepted)
    {
        var shown = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
        var hash = Hash(shown);
        return accepted.OfType<string>().Aggregate(false, (found, key) => CryptographicOperations.FixedTimeEquals(hash, Hash(key)) | found)
            && shown.Length > 0;
    }

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
