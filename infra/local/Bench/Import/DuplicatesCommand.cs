using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Ilnp.Local.Match;
using Ilnp.Local.Running;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;

namespace Ilnp.Local.Bench.Import;

/// <summary>
/// <c>bench duplicates</c>: how many of those who applied under two addresses are proposed, and how many proposals are right: among the
/// pilot's 488 applications, of which the truth is known, and among many invented ones, of which some come again. Prints JSON.
/// </summary>
static class DuplicatesCommand
{
    static readonly Option<int> Rows = new("--rows") { Description = "Invented applications.", DefaultValueFactory = _ => 20_000 };
    static readonly Option<int> Seed = new("--seed") { Description = "Of the invented people.", DefaultValueFactory = _ => 1 };
    static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var command =
            new Command("duplicates", "Measures the search for people who applied twice: precision, recall, seconds.") { Rows, Seed };
        command.SetAction((parsed, cancellation) =>
            PlainWords.RunAsync(() => Task.FromResult(Measure(parsed.GetValue(Rows), parsed.GetValue(Seed))), cancellation));
        return command;
    }

    static int Measure(int rows, int seed)
    {
        Console.WriteLine(
            JsonSerializer.Serialize(
                new Dictionary<string, object> { ["sample"] = OfSample(), ["invented"] = OfInvented(rows, seed) }, Pretty));
        return 0;
    }

    static DuplicateFigures OfSample()
    {
        var settings = AppParts.SettingsFile.Parse(File.ReadAllText(ProjectFolder.Sample("cohort-2020.json"))).Settings!;
        var truth = File.ReadLines(ProjectFolder.Sample("applications-2020-truth.csv")).Skip(1).Select(line => line.Split(',')[2]).ToList();
        var people = Applicants.Read(File.ReadAllBytes(ProjectFolder.Sample("applications-2020-google-forms.csv")), settings).People;
        return Of(people, person => truth[person.ApplicationRow!.Value - 1]);
    }

    static DuplicateFigures OfInvented(int rows, int seed)
    {
        var now = TimeProvider.System.GetUtcNow();
        var people = Applicants.Read(InventedExport.Of(rows, seed, now), InventedExport.Cohort(now)).People;
        var again = InventedAgain.Of(people, new Random(seed));
        return Of([.. people, .. again.Keys], person => again.GetValueOrDefault(person, person.PersonId));
    }

    static DuplicateFigures Of(IReadOnlyList<Person> people, Func<Person, string> trueId)
    {
        var known = people.ToDictionary(person => person.PersonId, trueId);
        var twice = known.Values.GroupBy(id => id).Sum(same => same.Count() - 1);
        var watch = Stopwatch.StartNew();
        var proposals = DuplicateFinder.Find(people);
        var right = proposals.Count(proposal => known[proposal.FirstId] == known[proposal.SecondId]);
        return new(
            people.Count, twice, proposals.Count, right, Share(right, proposals.Count),
            Share(right, twice), Math.Round(watch.Elapsed.TotalSeconds, 2));
    }

    static double Share(int part, int all) => all == 0 ? 1 : Math.Round(part / (double)all, 3);
}

/// <param name="Twice">Who applied under a second address.</param>
/// <param name="Right">Of the proposals those who are one person.</param>
/// <param name="Precision">Right ones among the proposals.</param>
/// <param name="Recall">Right ones among who applied twice.</param>
sealed record DuplicateFigures(int People, int Twice, int Proposed, int Right, double Precision, double Recall, double Seconds);
