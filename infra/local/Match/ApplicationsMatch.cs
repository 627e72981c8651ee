using Ilnp.Local.Running;
using Ilnp.Matching;
using Ilnp.Matching.Comparison;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;

namespace Ilnp.Local.Match;

/// <summary>From the applications to the results.</summary>
static class ApplicationsMatch
{
    public static async Task RunAsync(MatchRequest request, CancellationToken cancellation)
    {
        var settings = Settings(request);
        var file = request.Applications ?? new FileInfo(ProjectFolder.Sample("applications-2020-google-forms.csv"));
        Tell($"Reading {file.Name}");
        var applicants = Applicants.Read(GivenFile.Read(file.FullName, "The applications", "--applications"), settings);
        var eligible = applicants.Eligible;
        Tell($"{applicants.Received} applications, {applicants.People.Count} people, {eligible.Count} eligible from "
            + $"{eligible.Select(p => p.Country).Distinct().Count()} countries, {applicants.Problems.Count} notes");
        var files = new WishFiles(applicants);
        var problem = Problem(request, settings, eligible) with { Past = files.Past(request.Past) };
        var wishes = files.Locks(request.Locks);
        var clock = RunClock.Start();
        var proposal = Matchmaker.Propose(problem.With(wishes), new Telling(), cancellation);
        var cost = clock.Stop();
        if (proposal.Conflicts.Count > 0)
            throw new LocalProblem(
                string.Join(Environment.NewLine, proposal.Conflicts.Select(words => WishFigures.InRows(words, applicants))));
        var wished = wishes.Count == 0 || cancellation.IsCancellationRequested ? null : Costs(problem, wishes, cancellation);
        await MatchFiles.WriteAsync(request, problem.With(wishes), proposal, applicants, cost, wished);
        foreach (var line in proposal.Notes.Concat(wished is null ? [] : WishFigures.Lines(wished, applicants))) Tell(line);
        Tell($"{proposal.Groups.Count} groups, {proposal.Countries} countries, score {proposal.Score}, {Proof(proposal)}; "
            + $"{cost.Seconds:0.00} s. Results are in {request.Out.FullName}");
    }

    /// <summary>One solve for each wish where that is quick; otherwise for all together only.</summary>
    static WishesCost Costs(MatchingProblem problem, IReadOnlyList<Wish> wishes, CancellationToken cancellation)
    {
        Tell("Computing what the wishes cost");
        return WishCosts.Of(
            problem,
            wishes,
            each: wishes.Count <= WishedProposal.MostToldAlone && problem.People.Count <= OtherWays.MostPeople,
            cancellation);
    }

    static string Proof(MatchingProposal proposal) =>
        proposal.Score == proposal.UpperBound ? "proven best" : $"at most {proposal.Gap:P2} below the best";

    static CohortSettings Settings(MatchRequest request)
    {
        var file = request.Settings ?? new FileInfo(ProjectFolder.Sample("cohort-2020.json"));
        var parsed = AppParts.SettingsFile.Parse(GivenFile.ReadText(file.FullName, "The settings", "--settings"));
        return parsed.Settings ?? throw new LocalProblem(string.Join(Environment.NewLine, parsed.Problems.Prepend($"{file.Name}:")));
    }

    static MatchingProblem Problem(MatchRequest request, CohortSettings settings, IReadOnlyList<Person> people)
    {
        var problem = CohortProblem.Of(settings, people) with { Capacity = request.Capacity ?? settings.Capacity };
        if (request.Spread is { } spread) problem = problem with { Spread = CountrySpread.Parse(spread)! };
        // A cap of 100 % is none.
        return (request.CountryCap ?? problem.CountryCapPercent) is { } cap
            ? problem with { CountryCapPercent = cap == 100 ? null : cap }
            : problem;
    }

    static void Tell(string words) => Console.Error.WriteLine(words);

    sealed class Telling : IProgress<MatchingProgress>
    {
        public void Report(MatchingProgress value) =>
            Tell(value.Total > 0 ? $"{value.Phase} ({value.Done} of {value.Total})" : value.Phase);
    }
}
