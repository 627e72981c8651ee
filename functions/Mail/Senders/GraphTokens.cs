using Azure.Core;
using Azure.Identity;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Ilnp.Mail.Senders;

/// <summary>Gives the Graph client its tokens from a credential, for Graph's own host and no other.</summary>
sealed class GraphTokens(TokenCredential credential, Uri baseUrl) : IAccessTokenProvider
{
    readonly string scope = $"{new Uri(baseUrl, "/.default")}";

    /// <summary>The app registration's, or the function app's own identity.</summary>
    public static TokenCredential Credential(GraphOptions settings) => settings.ClientSecret.Length > 0
        ? new ClientSecretCredential(settings.TenantId, settings.ClientId, settings.ClientSecret)
        : new DefaultAzureCredential();

    public AllowedHostsValidator AllowedHostsValidator { get; } = new([baseUrl.Host]);

    public async Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        if (!AllowedHostsValidator.IsUrlHostValid(uri)) return "";
        return (await credential.GetTokenAsync(new([scope]), cancellationToken)).Token;
    }
}
