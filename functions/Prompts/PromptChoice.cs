using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ilnp.Prompts.Library;

namespace Ilnp.Prompts;

/// <summary>Which prompts a group gets in a month: pure, the same whenever it is asked again.</summary>
public static class PromptChoice
{
    public const int PerMonth = 3;

    /// <summary>
    /// The first is of the stage, where that is the beginning or the end. Then come those that the members care about most. What one of
    /// them had comes again only when nothing else is left, and what fits another stage just before that: the library lasts for
    /// twenty months.
    /// </summary>
    public static IReadOnlyList<string> Choose(Conversation talk)
    {
        var order = PromptCatalogue.All.Where(prompt => !prompt.NeedsThree || talk.Members.Count > 2)
            .OrderBy(prompt => talk.Had.Contains(prompt.Id))
            .ThenBy(prompt => prompt.Stage is { } stage && stage != talk.Stage)
            .ThenBy(prompt => talk.To(prompt.Topics))
            .ThenBy(prompt => Lot(talk, prompt))
            .Select(prompt => prompt.Id).ToList();
        return [.. order.Where(id => Opens(talk, PromptCatalogue.Find(id)!)).Take(1).Union(order).Take(PerMonth)];
    }

    static bool Opens(Conversation talk, CataloguedPrompt prompt) =>
        talk.Stage != Stage.Middle && prompt.Stage == talk.Stage && !talk.Had.Contains(prompt.Id);

    /// <summary>Mixes those that fit equally well, so that groups of like interests get different ones.</summary>
    static ulong Lot(Conversation talk, CataloguedPrompt prompt) => BinaryPrimitives.ReadUInt64BigEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{talk.CohortId}|{talk.GroupId}|{talk.Month}|{prompt.Id}")));
}
