using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.SecondPartners.Letters;

/// <summary>Tells somebody who wished a second partner that there is none, and why: once for each reason.</summary>
public sealed class NoneLetters(CohortStore cohorts, Correspondence correspondence)
{
    public const string Step = "second";

    /// <summary>Whoever is not here any more is not written to.</summary>
    /// <param name="person">Who wished one.</param>
    /// <param name="why">The reason.</param>
    /// <param name="partners">Names of whom they are in a group with, where the reason says that they go on as before.</param>
    public async Task WriteAsync(Person person, SecondNone why, string partners = "")
    {
        if (SecondRules.IsGone(person)) return;
        var reason = why.ToString().ToLowerInvariant();
        await correspondence.WriteAsync(person, new(Step, $"none-{reason}", "second-none")
        {
            Liaison = (await cohorts.GetAsync(person.CohortId)).Leads.First(),
            Model = new Dictionary<string, object?> { ["partners"] = partners, ["reason"] = reason },
        });
    }
}
