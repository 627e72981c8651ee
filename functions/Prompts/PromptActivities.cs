using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Prompts;

/// <summary>Monthly mails with topics to talk about: guidance, not duty.</summary>
public sealed class PromptActivities(PeopleStore people, PromptLetters letters, Correspondence correspondence)
{
    [Function(nameof(ListActive))]
    public async Task<IReadOnlyList<string>> ListActive([ActivityTrigger] string cohortId) =>
        [.. (await people.ListAsync(cohortId, [Standing.Active])).Select(person => person.PersonId)];

    /// <summary>One prompt; whoever left their group meanwhile gets none.</summary>
    [Function(nameof(SendPrompt))]
    public async Task SendPrompt([ActivityTrigger] Prompt prompt)
    {
        var reader = await people.GetAsync(prompt.CohortId, prompt.PersonId);
        if (reader.Standing != Standing.Active || await letters.WriteAsync(reader, prompt.Month) is not { } letter) return;
        await correspondence.WriteAsync(reader, letter);
    }
}
