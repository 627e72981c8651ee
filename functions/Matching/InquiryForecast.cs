using System.Globalization;
using Ilnp.Mail;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Matching;

/// <summary>What the approval of a proposal sends out, in words for whoever is to approve it; sends nothing.</summary>
public sealed class InquiryForecast(ChosenPeople chosen, SuppressionList suppressions, AddressKeys addresses)
{
    /// <summary>Names in a sentence; of more only the number is told.</summary>
    const int MostNames = 5;

    /// <summary>Texts and what they name; none when nobody would be asked.</summary>
    public async Task<(IReadOnlyList<string> NoteKeys, IReadOnlyDictionary<string, string> Facts)> OfAsync(
        CohortSettings cohort, CancellationToken cancellation)
    {
        var asked = await chosen.OfAsync(cohort, cancellation);
        var unreached = new List<Person>();
        foreach (var person in asked)
            if (!await IsReachedAsync(person, cancellation)) unreached.Add(person);
        var facts = new Dictionary<string, string>
        {
            ["asked"] = $"{asked.Count}",
            ["by_language"] = Locale.Of(TextShelf.First).List([.. asked.GroupBy(person => person.MailLanguage)
                .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => string.Create(
                    CultureInfo.InvariantCulture, $"{same.Count()} in {Words.Language(same.Key, TextShelf.First)}"))]),
            ["unreached"] = Names(unreached),
        };
        return (
            asked.Count == 0 ? []
                : unreached.Count == 0 ? ["match-approval.mails"]
                : ["match-approval.mails", "match-approval.unreached"],
            facts);
    }

    async Task<bool> IsReachedAsync(Person person, CancellationToken cancellation) =>
        MailComposer.IsAddress(person.Email)
            && await suppressions.ReasonAsync(addresses.Of(person.Email), MailStream.Essential, cancellation) is null;

    /// <summary>The first of many, and how many more.</summary>
    internal static string Names(IReadOnlyList<Person> people) => people.Count <= MostNames
        ? People.Names(people, TextShelf.First)
        : string.Create(
            CultureInfo.InvariantCulture, $"{People.Names(people.Take(MostNames), TextShelf.First)} and {people.Count - MostNames} more");
}
