using Azure.Core;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Ilnp.Mail.Senders;

/// <summary>Gives the Graph client its tokens from a credential, for Graph's own host and no other.</summary>
sealed class GraphTokens(TokenCredential credential, Uri baseUrl) : IAccessTokenProvider
{
    readonly string scope = $"{new Uri(baseUrl, "/.default")}";

    public AllowedHostsValidator AllowedHostsValidator { get; } = new([baseUrl.Host]);

    public async Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        if (!AllowedHostsValidator.IsUrlHostValid(uri)) return "";
        return (await credential.GetTokenAsync(new([scope]), cancellationToken)).Token;
    }
}
