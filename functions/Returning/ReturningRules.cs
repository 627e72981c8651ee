using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Ilnp.Returning.Questions;

namespace Ilnp.Returning;

/// <summary>Somebody of an earlier cohort, as far as it matters for a later one.</summary>
/// <param name="Cohort">The earlier one.</param>
/// <param name="Person">As stored.</param>
/// <param name="Who">The same in every cohort.</param>
/// <param name="Said">To <see cref="Again"/>; null for nothing.</param>
/// <param name="SaidAt">UTC.</param>
/// <param name="Waited">As the one who waits for a place; null for none.</param>
public sealed record Former(
    CohortSettings Cohort, Person Person, AcrossCohorts Who, string? Said, DateTimeOffset? SaidAt, Waiter? Waited);

/// <summary>Who hears that a programme opens: pure.</summary>
public static class ReturningRules
{
    /// <summary>Those who had no place and can still have one, or wished a later one.</summary>
    static readonly Standing[] Waiting = [Standing.Eligible, Standing.Available, Standing.Later];

    public static bool IsWaiting(Person person) => Waiting.Contains(person.Standing) && person.WithdrawnAt is null;

    /// <summary>
    /// Each once, whatever cohorts they were in: whoever waited and was told of this mail, else whoever wished it; nobody whose last
    /// word was no. Colleagues who share an address are each one, as far as their names can be told apart.
    /// </summary>
    public static IEnumerable<Former> Whom(IEnumerable<Former> former) => former
        .Where(one => !one.Person.IsErased)
        .GroupBy(one => one.Who.Identity)
        .SelectMany(OfAddress)
        .Select(OfOne).OfType<Former>();

    static List<List<Former>> OfAddress(IEnumerable<Former> all)
    {
        var people = new List<List<Former>>();
        foreach (var one in all)
        {
            var same = people.Find(person => person.Exists(other => other.Who.Is(one.Who)))
                ?? people.Find(person => person.Exists(other => other.Who.MayBe(one.Who)));
            if (same is null) people.Add([one]);
            else same.Add(one);
        }

        return people;
    }

    static Former? OfOne(List<Former> all)
    {
        var last = all.Where(one => one.Said is not null).MaxBy(one => one.SaidAt);
        if (last?.Said == Again.No) return null;
        return all.FirstOrDefault(one => HasWaited(one) && !all.Any(other => IsPlaceAfter(one, other))) ?? last;
    }

    static bool IsPlaceAfter(Former waited, Former other) =>
        TookPart(other.Person) && other.Cohort.Dates.Announce > waited.Cohort.Dates.Announce;

    /// <summary>Whether somebody was introduced to a partner.</summary>
    public static bool TookPart(Person person) => person.Standing is Standing.Active or Standing.Resting or Standing.Left;

    /// <summary>Whether the promise of a mail was made to this person, and has not been kept by a place meanwhile.</summary>
    public static bool HasWaited(Former one) =>
        one.Waited is { IsWrittenTo: true } waited && waited.CohortId == one.Cohort.Id && IsWaiting(one.Person);
}
