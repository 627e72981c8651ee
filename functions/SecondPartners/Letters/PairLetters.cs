using Ilnp.Introductions;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.SecondPartners.Letters;

/// <summary>What members of a second pair hear of it.</summary>
public sealed class PairLetters(
    CohortStore cohorts, PeopleStore people, NoneLetters none, Correspondence correspondence, TimeProvider time)
{
    /// <summary>One mail to both, so that an answer reaches the other.</summary>
    public async Task IntroduceAsync(SecondPair pair)
    {
        var settings = await cohorts.GetAsync(pair.CohortId);
        var members = await MembersAsync(pair);
        var (language, now) = (settings.SharedLanguage(members), time.GetUtcNow());
        var times = MeetingTimes.Propose([.. members.Select(member => member.TimeZone)], now);
        await correspondence.WriteAsync(pair.CohortId, pair.PairId, members, new(NoneLetters.Step, pair.PairId, "second-introduction")
        {
            Liaison = settings.Leads.First(),
            Thread = pair.PairId,
            Model = IntroductionLetter.Facts(members, pair.Reasons, times, language, now),
        });
    }

    /// <summary>Both who are still here: nobody has heard whom they would have met.</summary>
    public async Task TellOffAsync(SecondPair pair)
    {
        foreach (var member in await MembersAsync(pair)) await none.WriteAsync(member, SecondNone.Off);
    }

    /// <summary>The other one kindly; whoever ended it and is still here, too.</summary>
    /// <param name="pair">As it runs.</param>
    /// <param name="by">Who ended it, or is gone.</param>
    /// <param name="isGone">Whether they are gone.</param>
    public async Task TellEndedAsync(SecondPair pair, string by, bool isGone)
    {
        var settings = await cohorts.GetAsync(pair.CohortId);
        var members = await MembersAsync(pair);
        foreach (var member in members.Where(member => !SecondRules.IsGone(member) && !(isGone && member.PersonId == by)))
            await correspondence.WriteAsync(member, new(NoneLetters.Step, $"{pair.PairId}-ended", "second-ended")
            {
                Liaison = settings.Leads.First(),
                Thread = pair.PairId,
                Model = new Dictionary<string, object?>
                {
                    ["partner"] = members.FirstOrDefault(other => other != member && !other.IsErased)?.Name,
                    ["own_word"] = member.PersonId == by,
                },
            });
    }

    async Task<IReadOnlyList<Person>> MembersAsync(SecondPair pair) =>
        [.. (await Task.WhenAll(pair.Members.Select(member => people.FindAsync(pair.CohortId, member)))).OfType<Person>()];
}
