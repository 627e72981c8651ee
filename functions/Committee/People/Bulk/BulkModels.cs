using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.People.Bulk;

/// <summary>The page that says what an act about many people would do.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Preview">What would happen.</param>
/// <param name="Filter">Of the list that was left; the way back.</param>
/// <param name="Reading">What is asked, as filled.</param>
/// <param name="ShownAt">Now.</param>
public sealed record BulkModel(
    CommitteeReader Reader, BulkPreview Preview, PeopleFilter Filter, FormReading Reading, DateTimeOffset ShownAt)
{
    /// <summary>It was shown more than a day ago, so that it is to be looked at again.</summary>
    public bool IsOld { get; init; }

    public FormView Form => new(Preview.Action.Form, Reading, Reader.Texts, new Dictionary<string, string>(), "bulk.do");

    public string Back => Filter.Address(Reader.Cohort.Id);

    public string Path => $"/cohorts/{Reader.Cohort.Id}/bulk{Filter.QueryString}";

    public string Ids => string.Join(' ', Preview.Fits.Select(one => one.Person.PersonId));
}

/// <summary>The page that says how far it is, and what became of it.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Decided">What was decided.</param>
/// <param name="Instance">What does it; null for nothing: it was written down, and never begun.</param>
/// <param name="People">By id.</param>
public sealed record BulkResultModel(
    CommitteeReader Reader, CommitteeAct Decided, OrchestrationMetadata? Instance, IReadOnlyDictionary<string, Person> People)
{
    /// <summary>Null until it has ended.</summary>
    public BulkResult? Result =>
        Instance?.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? Instance.ReadOutputAs<BulkResult>() : null;

    public bool IsRunning => Instance?.RuntimeStatus is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running;

    /// <summary>The page loads itself again, unless somebody wishes to read in peace.</summary>
    public bool Reloads => IsRunning && !IsStill;

    public bool IsStill { get; init; }

    public BulkProgress Progress => Result?.Progress
        ?? (Instance?.SerializedCustomStatus is null ? null : Instance.ReadCustomStatusAs<BulkProgress>())
        ?? new(0, new Dictionary<string, int>());

    public int All => Result is { } result ? result.Done + result.LeftOut.Count : Decided.Bulk!.People.Count;

    public int LeftOutCount => Progress.LeftOut.Values.Sum();

    /// <summary>About whom it is done, once it has ended.</summary>
    public IReadOnlyList<Person> Done => Result is not { } result ? []
        : Named(Decided.Bulk!.People.Except(result.LeftOut.Select(one => one.PersonId)));

    /// <summary>Who was left out for a reason, once it has ended.</summary>
    public IReadOnlyList<Person> LeftOutFor(string reason) =>
        Named((Result?.LeftOut ?? []).Where(one => one.Reason == reason).Select(one => one.PersonId));

    public string Path => BulkPlan.PathOf(Reader.Cohort.Id, Decided.Bulk!.PlanId);

    IReadOnlyList<Person> Named(IEnumerable<string> ids) =>
        [.. ids.Select(People.GetValueOrDefault).OfType<Person>().Where(person => !person.IsErased)];
}

/// <summary>Names behind a press.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Summary">What they have in common.</param>
/// <param name="People">Who.</param>
public sealed record BulkNames(CommitteeReader Reader, string Summary, IReadOnlyList<Person> People);
