using Ilnp.Programme;

namespace Ilnp.Continuing;

/// <summary>How the time that a group has added stands, as keys of texts and what they name.</summary>
static class LongerWords
{
    public static string StandOf(GoingOn longer) => longer switch
    {
        { EndedAt: null } => "longer.over.agreed",
        { EndedBy: GoingOnEnd.Over } => "longer.over.ended",
        _ => "longer.over.stopped",
    };

    /// <summary><c>until</c>: the day agreed, or the day it ended.</summary>
    public static IReadOnlyDictionary<string, string> Facts(GoingOn longer, CohortSettings settings, Person reader) =>
        new Dictionary<string, string> { ["until"] = DateText.Day(longer.EndedAt ?? longer.Until, settings, reader.MailLanguage) };
}
