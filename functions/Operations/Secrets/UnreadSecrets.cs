using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Ilnp.Operations.Secrets;

/// <summary>
/// App Service puts a vault's secret in the place of a setting's reference to it, and leaves the reference where it could not: then
/// anybody who knows the vault's name knows the "secret". The app does not start with one.
/// </summary>
sealed class UnreadSecrets(IConfiguration configuration) : IValidateOptions<SecretsFromVault>
{
    const string Reference = "@Microsoft.KeyVault(";

    public ValidateOptionsResult Validate(string? name, SecretsFromVault options)
    {
        var unread = configuration.AsEnumerable()
            .Where(setting => setting.Value?.StartsWith(Reference, StringComparison.OrdinalIgnoreCase) == true)
            .Select(setting => setting.Key).Order(StringComparer.Ordinal)
            .Select(setting =>
                $"{setting} was not read from the vault: the secret is missing there, or the app's identity may not read it.")
            .ToList();
        return unread.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(unread);
    }
}

/// <summary>Has no options of its own: it is what <see cref="UnreadSecrets"/> checks at start.</summary>
sealed class SecretsFromVault;
