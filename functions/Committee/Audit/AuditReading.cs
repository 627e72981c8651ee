using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Lists;
using Ilnp.Committee.People;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Committee.Audit;

/// <summary>Finds what was done in a time, by ids alone, and puts into words only what is shown.</summary>
public sealed class AuditReading(
    DecisionStore decisions, CommitteeActStore acts, PeopleStore people, GroupStore groups, FormCatalogue forms)
{
    /// <summary>Answers that are read at once, of those whose rows do not say yet what is shown.</summary>
    const int AtOnce = 50;

    public const int PageSize = 50;

    /// <summary>A page of it, the latest first.</summary>
    public async Task<ListPage<AuditLine>> PageAsync(
        CommitteeReader reader, AuditFilter filter, string page, CancellationToken cancellation)
    {
        var (names, done) = await FindAsync(reader, filter, cancellation);
        var shown = ListPages.Of(done, page, PageSize);
        return new(await WordsAsync(shown.Items, names, cancellation), shown.Number, shown.Pages, shown.Total);
    }

    /// <summary>All of it, the latest first.</summary>
    public async Task<IReadOnlyList<AuditLine>> AllAsync(CommitteeReader reader, AuditFilter filter, CancellationToken cancellation)
    {
        var (names, done) = await FindAsync(reader, filter, cancellation);
        return await WordsAsync(done, names, cancellation);
    }

    async Task<(AuditNames Names, IReadOnlyList<Deed> Done)> FindAsync(
        CommitteeReader reader, AuditFilter filter, CancellationToken cancellation)
    {
        var (id, (from, until)) = (reader.Cohort.Id, filter.Period(reader.Cohort));
        var (answered, acted, everybody, formed) = (
            decisions.RecordedAsync(id, from, until, cancellation), acts.ListAllAsync(id, cancellation),
            people.ListAsync(id, cancellation), groups.ListAsync(id, cancellation));
        var names = new AuditNames(
            reader, (await everybody).ToDictionary(person => person.PersonId), (await formed).ToDictionary(group => group.GroupId));
        var done = (await answered).Select(Deed.Of).Concat((await acted).Where(act => act.At >= from && act.At < until).Select(Deed.Of));
        return (
            names,
            [.. done.Where(deed => Fits(deed, filter, names)).OrderByDescending(deed => deed.At)
                .ThenBy(deed => deed.Id, StringComparer.Ordinal)]);
    }

    async Task<IReadOnlyList<AuditLine>> WordsAsync(IReadOnlyList<Deed> done, AuditNames names, CancellationToken cancellation)
    {
        var lines = new List<AuditLine>(done.Count);
        foreach (var some in done.Chunk(AtOnce))
            lines.AddRange((await Task.WhenAll(some.Select(deed => WordsAsync(deed, names, cancellation)))).OfType<AuditLine>());
        return lines;
    }

    /// <summary>Null for what was erased a moment ago.</summary>
    async Task<AuditLine?> WordsAsync(Deed deed, AuditNames names, CancellationToken cancellation) =>
        deed.Act is { } act ? ActLines.Of(act, names)
        : await decisions.ShownAsync(names.Reader.Cohort.Id, deed.Answer!, cancellation) is { } shown
            ? AnswerLines.Of(deed.Answer!, shown, names, forms)
        : null;

    static bool Fits(Deed deed, AuditFilter filter, AuditNames names) =>
        filter.Wants(deed.Act is not null || !names.Knows(deed.WhoId))
        && new[] { deed.WhoId, deed.AboutId }.Any(id => PersonSearch.IsIn(names.Of(id), filter.Query[AuditFilter.Search]));

    /// <summary>One of both.</summary>
    sealed record Deed(string Id, DateTimeOffset At, string WhoId, string AboutId)
    {
        public CommitteeAct? Act { get; private init; }

        public RecordedAnswer? Answer { get; private init; }

        public static Deed Of(CommitteeAct act) => new(act.SubjectId, act.At, act.MemberId, act.SubjectId) { Act = act };

        public static Deed Of(RecordedAnswer answer) =>
            new(answer.DecisionId, answer.At, answer.SubjectId, answer.SubjectId) { Answer = answer };
    }
}
