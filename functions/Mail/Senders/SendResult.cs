namespace Ilnp.Mail.Senders;

/// <summary>How an attempt to send ended. Reasons are codes without addresses.</summary>
public abstract record SendResult
{
    SendResult()
    {
    }

    /// <summary>The provider has it.</summary>
    public sealed record Accepted(string? ProviderId) : SendResult;

    /// <summary>The provider will never take it.</summary>
    public sealed record Refused(string Reason) : SendResult;

    /// <summary>Certainly not sent; it may work later.</summary>
    public sealed record TryLater(string Reason) : SendResult;

    /// <summary>The request may have reached the provider and no answer came: never sent again without knowing more.</summary>
    public sealed record Unclear(string Reason) : SendResult;
}
