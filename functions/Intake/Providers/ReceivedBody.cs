namespace Ilnp.Intake.Providers;

/// <summary>A message's bytes and what the sender says they are.</summary>
public sealed record ReceivedBody(byte[] Bytes, string ContentType);

/// <summary>What a provider's message turned out to be; exactly one is not null.</summary>
/// <param name="Submission">An application.</param>
/// <param name="Ignored">Another kind of event, which needs no answer: why.</param>
/// <param name="Unreadable">Not what the provider is known to send: what is wrong, in plain words.</param>
public sealed record BodyReading(RawSubmission? Submission, string? Ignored = null, string? Unreadable = null);
