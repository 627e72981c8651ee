using Ilnp.Intake.Answers;
using Ilnp.Intake.PersonalData;
using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>The people of a cohort while rows are worked in, and all that has to be written afterwards.</summary>
sealed class Crowd
{
    readonly CohortSettings cohort;
    readonly Dictionary<string, Person> now;
    readonly HashSet<string> before;
    readonly Dictionary<string, List<Application>> theirs = [];
    readonly List<TakenRow> taken = [];

    /// <summary>Ids of those who were there, by the id that their address makes; made when somebody shares one.</summary>
    ILookup<string?, string>? sharing;

    public Crowd(CohortSettings cohort, IEnumerable<Person> people)
    {
        this.cohort = cohort;
        now = people.ToDictionary(person => person.PersonId);
        before = [.. now.Keys];
    }

    public CohortSettings Cohort => cohort;

    public string CohortId => cohort.Id;

    public ImportReceipt Receipt { get; private set; } = new();

    /// <summary>Row by row.</summary>
    public IReadOnlyList<TakenRow> Rows => taken;

    public IEnumerable<Application> Applications => taken.Select(one => one.Application);

    public IReadOnlyList<(Application Application, IReadOnlyList<Finding> Findings)> Findings =>
        [.. taken.Select(row => (row.Application, row.Findings))];

    /// <summary>People who were not there.</summary>
    public IEnumerable<Person> Added => theirs.Keys.Where(id => !before.Contains(id)).Select(id => now[id]);

    /// <summary>Ids of people who were there and applied again.</summary>
    public IEnumerable<string> Known => theirs.Keys.Where(before.Contains);

    /// <summary>Rows of people whom the committee found to be another one, with the person.</summary>
    public IEnumerable<(Application Application, Person Person)> OfMerged =>
        theirs.Where(one => before.Contains(one.Key) && now[one.Key].Reasons.Contains(ReasonCode.Duplicate))
            .SelectMany(one => one.Value.Select(application => (application, now[one.Key])));

    /// <summary>A person as they are stored now, with all the rows that are theirs.</summary>
    public Person Merged(Person stored) =>
        theirs[stored.PersonId].Aggregate(
            stored, (person, application) => ApplicantRule.Merge(person, application, application.Answers!, cohort));

    /// <summary>Works a row in.</summary>
    public void Take(Application application, ReadApplication read, RowRules rules)
    {
        var first = application.PersonId;
        if (first is not null && now.TryGetValue(first, out var leadsTo) && !SharedAddress.IsOf(leadsTo, read.Answers))
            application = application with { PersonId = Among(leadsTo, application, rules) };
        if (application.PersonId is { } id && StaysErased.Is(now.GetValueOrDefault(id), read, fromFile: true))
        {
            Add(new(StaysErased.Left(application), [], new(Rows: 1)));
            return;
        }

        var findings = read.Findings;
        var count = new ImportReceipt(Rows: 1, NotUnderstood: findings.Any(finding => finding is { OfForm: false, IsOpen: true }) ? 1 : 0);
        if (application.Outcome == ApplicationOutcome.Received)
        {
            if (application.PersonId != first) findings = [.. findings, SharedAddress.Finding];
            var known = now.GetValueOrDefault(application.PersonId!);
            var person = known is null ? rules.New(application) : ApplicantRule.Merge(known, application, read.Answers, cohort);
            now[person.PersonId] = person;
            (theirs.TryGetValue(person.PersonId, out var list) ? list : theirs[person.PersonId] = []).Add(application);
            application = application with { Outcome = OutcomeRule.AfterStoring(application, person), MailLanguage = person.MailLanguage };
            count += Change(known, person, application);
        }

        if (application.Outcome == ApplicationOutcome.Late) count += new ImportReceipt(Late: 1);
        if (application.Outcome == ApplicationOutcome.Unreachable) count += new ImportReceipt(Unreachable: 1);
        Add(new(application, findings, count));
    }

    string Among(Person first, Application application, RowRules rules)
    {
        var (own, made) = (rules.Namesake(application), rules.Makes(application));
        sharing ??= now.Values.ToLookup(rules.Makes, person => person.PersonId);
        return SharedAddress.Whose(first, own, now.ContainsKey(own), sharing[made].Select(id => now[id]), application.Answers!);
    }

    void Add(TakenRow row)
    {
        taken.Add(row);
        Receipt += row.Change;
    }

    static ImportReceipt Change(Person? known, Person person, Application application) =>
        known is null ? new(New: 1)
        : application.Outcome == ApplicationOutcome.Superseded ? new(Superseded: 1)
        : SameAnswers.Of(known, person) ? new(Unchanged: 1)
        : new(Changed: 1);
}

/// <summary>A row that was worked in.</summary>
/// <param name="Application">What it became.</param>
/// <param name="Findings">What was not as it should be.</param>
/// <param name="Change">What it alone changed.</param>
public sealed record TakenRow(Application Application, IReadOnlyList<Finding> Findings, ImportReceipt Change);
