using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>What was set for one person stays with the application that it corrects. Pure.</summary>
public static class SetAnswersRule
{
    /// <summary>The person after a correction, who keeps it with the application that their answers are from.</summary>
    /// <param name="before">As they were read or corrected before.</param>
    /// <param name="after">As they were corrected now.</param>
    public static Person Kept(Person before, Person after)
    {
        if (after.ApplicationId is not { } application) return after;
        var set = new SetAnswers(application, after.AnswersVersionAt)
        {
            Name = after.Name == before.Name ? null : after.Name,
            Country = after.Country == before.Country ? null : after.Country,
            TimeZone = after.TimeZone == before.TimeZone ? null : after.TimeZone,
            Languages = after.Languages.SequenceEqual(before.Languages) ? null : after.Languages,
        };
        if (set == new SetAnswers(application, after.AnswersVersionAt)) return after;
        return after with
        {
            Set =
            [
                .. after.Set.Where(one => !one.IsOf(after)),
                after.Set.FirstOrDefault(one => one.IsOf(after)) is { } earlier ? set.Over(earlier) : set,
            ],
        };
    }

    /// <summary>The person with what was set in place of the answers that count for them now.</summary>
    public static Person Applied(Person person) =>
        person.Set.FirstOrDefault(one => one.IsOf(person)) is { } set ? Applied(person, set) : person;

    static Person Applied(Person person, SetAnswers set)
    {
        var named = set.Country is { } country ? ApplicantRule.From(person, country) : person;
        return named with
        {
            Name = set.Name ?? named.Name,
            TimeZone = set.TimeZone ?? named.TimeZone,
            Languages = set.Languages ?? named.Languages,
            AreLanguagesSet = named.AreLanguagesSet || set.Languages is not null,
        };
    }

    /// <summary>
    /// The person with what was set for others who are the same: it belongs to the applications, whoever of them they counted for. What
    /// was set there is the later word: one stands for all meanwhile, and is corrected in their place.
    /// </summary>
    public static Person With(Person person, IEnumerable<SetAnswers> others)
    {
        var known = person.Set.ToDictionary(one => (one.ApplicationId, one.VersionAt));
        foreach (var one in others)
            known[(one.ApplicationId, one.VersionAt)] =
                known.GetValueOrDefault((one.ApplicationId, one.VersionAt)) is { } own ? one.Over(own) : one;
        return known.Values.SequenceEqual(person.Set) ? person : Applied(person with { Set = [.. known.Values] });
    }
}
