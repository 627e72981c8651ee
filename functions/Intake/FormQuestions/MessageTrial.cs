using Ilnp.Intake.Providers;
using Ilnp.Programme;

namespace Ilnp.Intake.FormQuestions;

/// <summary>Reads a message as the webhook would if it came now. Nothing is written.</summary>
public sealed class MessageTrial(MessageReader reader, ApplicationPersons persons, ApplicationStore applications, TimeProvider time)
{
    public async Task<TriedMessage> OfAsync(CohortSettings cohort, FormProvider provider, ReceivedBody body, CancellationToken cancellation)
    {
        var reading = provider.Read(body);
        if (reading.Submission is not { } said) return new(null, null, reading.Ignored, reading.Unreadable, IsKnown: false);
        var (id, now) = (SubmissionIds.Of(provider.Name, said, body.Bytes), time.GetUtcNow());
        var read = await reader.ReadAsync(cohort, provider, said, now, cancellation);
        var isKnown = await applications.FindAsync(cohort.Id, id, cancellation) is not null;
        return new(persons.Read(cohort, id, provider.Name, now, read), read, null, null, isKnown);
    }
}

/// <summary>What would become of a message.</summary>
/// <param name="Application">As it would be registered for somebody new; null when it is none.</param>
/// <param name="Read">How its questions are read; null with the application.</param>
/// <param name="Ignored">Why it would be passed over.</param>
/// <param name="Unreadable">Why it would be listed as unreadable.</param>
/// <param name="IsKnown">The same answers have come before: they would change nothing.</param>
public sealed record TriedMessage(Application? Application, ReadMessage? Read, string? Ignored, string? Unreadable, bool IsKnown);
