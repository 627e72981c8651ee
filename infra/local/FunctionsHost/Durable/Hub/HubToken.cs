using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace FunctionsHost.Durable.Hub;

/// <summary>
/// A secret of this run, which the durable clients that the host hands out bring with each call, as the name of their connection.
/// </summary>
sealed class HubToken
{
    public const string Header = "durable-connectionname";

    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <exception cref="RpcException">It was not shown.</exception>
    public void Require(ServerCallContext context)
    {
        var shown = Encoding.UTF8.GetBytes(context.RequestHeaders.GetValue(Header) ?? "");
        if (!CryptographicOperations.FixedTimeEquals(shown, Encoding.UTF8.GetBytes(Value)))
            throw new RpcException(
                new(StatusCode.Unauthenticated, "This task hub serves the app that was started with it, and nobody else."));
    }
}
