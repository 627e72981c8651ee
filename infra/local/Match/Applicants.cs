using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Local.Running;
using Ilnp.Programme;
using Ilnp.Screening;
using Ilnp.Screening.Duplicates;

namespace Ilnp.Local.Match;

/// <summary>The people behind an export's rows, by the rules of intake and screening.</summary>
sealed class Applicants
{
    readonly Dictionary<string, Person> _byAddress = new(StringComparer.Ordinal);
    readonly Dictionary<int, string> _idByRow = [];
    readonly CohortSettings _cohort;

    Applicants(CohortSettings cohort) => _cohort = cohort;

    /// <summary>Rows of the file.</summary>
    public int Received { get; private set; }

    /// <summary>What the committee should look at: row and words.</summary>
    public List<(int Row, string Words)> Problems { get; } = [];

    /// <summary>Everybody who can be written to, in the order of their first row.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<Person> Eligible => [.. People.Where(p => p.Standing == Standing.Eligible)];

    /// <summary>Reads an export.</summary>
    /// <exception cref="LocalProblem">There is not a single application in the file.</exception>
    public static Applicants Read(byte[] export, CohortSettings cohort)
    {
        var applicants = new Applicants(cohort);
        var reader = new ApplicationReader(cohort.Of<IntakeSettings>(), TimeZoneInfo.FindSystemTimeZoneById(cohort.TimeZone));
        foreach (var row in GoogleFormsExport.Read(export)) applicants.Add(row, reader);
        if (applicants.Received == 0)
            throw new LocalProblem("The applications file has no rows below a header: export the form's answers as CSV.");
        applicants.HoldBackDuplicates();
        return applicants;
    }

    void Add(ExportRow row, ApplicationReader reader)
    {
        Received++;
        var read = reader.Read(
            new RawSubmission(row.ContentId, row.Timestamp, row.Number, row.Answers, row.Note),
            new ProgrammeCalendar(_cohort).ApplicationsClose);
        Problems.AddRange(read.Findings.Where(f => !f.OfForm || Received == 1).Select(f => (row.Number, $"{f.Field}: {f.Words}")));
        if (read.Answers.Email is not { } address) return;
        var key = _cohort.Of<IntakeSettings>().KeyOf(address);
        var known = _byAddress.GetValueOrDefault(key);
        if (known is not null && SharedAddress.IsAnothers(known, read.Answers))
        {
            key = $"{key} {read.Answers.Name}";
            known = _byAddress.GetValueOrDefault(key);
            Problems.Add((row.Number, $"email: {SharedAddress.Finding.Words}"));
        }
        var application = new Application
        {
            CohortId = _cohort.Id,
            ApplicationId = $"{row.Number:D7}",
            Provider = "export",
            Row = row.Number,
            AppliedAt = read.AppliedAt,
            ReceivedAt = read.AppliedAt,
            Answers = read.Answers,
            PersonId = known?.PersonId ?? $"{row.Number:D7}",
            Outcome = ApplicationOutcome.Received,
            Reasons = ScreeningRule.Reasons(read.Answers),
        };
        var person = known is null
            ? ApplicantRule.New(application, read.Answers, _cohort)
            : ApplicantRule.Merge(known, application, read.Answers, _cohort);
        (_byAddress[key], _idByRow[row.Number]) = (person, person.PersonId);
    }

    /// <summary>Of two applicants who may be one person the later is held back, as in a cohort until somebody decides.</summary>
    void HoldBackDuplicates()
    {
        var people = _byAddress.Values.OrderBy(p => p.PersonId, StringComparer.Ordinal).ToDictionary(p => p.PersonId);
        foreach (var proposal in DuplicateFinder.Find(people.Values.Where(p => p.Standing == Standing.Eligible)).ToList())
        {
            var (first, second) = (people[proposal.FirstId], people[proposal.SecondId]);
            people[second.PersonId] = second with
            {
                Standing = Standing.HeldBack,
                Reasons = [.. second.Reasons, ReasonCode.PossibleDuplicate],
            };
            Problems.Add((second.ApplicationRow ?? 0, $"may be the same person as row {first.ApplicationRow}: {proposal.Why}; held back"));
        }
        People = [.. people.Values];
    }

    /// <summary>The id of a person by application row or address; null when nobody is meant.</summary>
    public string? Find(string rowOrAddress)
    {
        var text = rowOrAddress.Trim();
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var row)) return _idByRow.GetValueOrDefault(row);
        return text.IndexOf('@', StringComparison.Ordinal) > 0
            ? _byAddress.GetValueOrDefault(_cohort.Of<IntakeSettings>().KeyOf(text))?.PersonId
            : null;
    }
}
