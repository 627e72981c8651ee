using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Ilnp.Links;

/// <summary>Everything wrong with the signing settings, at once.</summary>
sealed partial class SigningOptionsCheck : IValidateOptions<SigningOptions>
{
    const int LeastKeyBytes = 32;

    public ValidateOptionsResult Validate(string? name, SigningOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    static IEnumerable<string> Problems(SigningOptions options)
    {
        if (options.SigningKeys.Count == 0)
            yield return "Approvals:SigningKeys has no key: links cannot be signed. Add one, for instance Approvals:SigningKeys:k1, made "
                + "by 'openssl rand -base64 32'.";
        else if (!options.SigningKeys.ContainsKey(options.CurrentKey))
            yield return $"Approvals:CurrentKey is '{options.CurrentKey}', which is not among Approvals:SigningKeys "
                + $"({string.Join(", ", options.SigningKeys.Keys)}).";
        foreach (var (id, key) in options.SigningKeys)
        {
            if (!KeyId.IsMatch(id)) yield return $"Approvals:SigningKeys:{id}: a key's id is 1 to 8 small letters and digits.";
            if (!IsStrong(key)) yield return $"Approvals:SigningKeys:{id} is not base64 of at least {LeastKeyBytes} bytes.";
        }
    }

    static bool IsStrong(string key)
    {
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var length) && length >= LeastKeyBytes;
    }

    [GeneratedRegex("^[a-z0-9]{1,8}$")]
    private static partial Regex KeyId { get; }
}
