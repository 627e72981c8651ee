using Microsoft.DurableTask.Client;

namespace Ilnp.Programme;

/// <summary>What a step does when somebody goes for good, so that those who stay hear of it: registered by the step.</summary>
public interface IDeparture
{
    /// <summary>Tells whoever waits for the person. May run again, and for somebody who is in nothing.</summary>
    /// <returns>Whether something is under way in which the person is still needed.</returns>
    Task<bool> LeaveAsync(Person person, DurableTaskClient client, CancellationToken cancellation);
}
