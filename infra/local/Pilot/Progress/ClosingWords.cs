using Ilnp.Local.Pilot.Results;
using Ilnp.Local.Running;
using Ilnp.Programme;

namespace Ilnp.Local.Pilot.Progress;

/// <summary>The last words of a pilot run: what came of it and where it is.</summary>
static class ClosingWords
{
    public static void Write(Summary summary, LocalRun run, Uri address, CohortSettings settings, bool stays)
    {
        var running = summary.Groups.Where(group => group.Status is "active" or "completed").ToList();
        Console.WriteLine();
        Console.WriteLine(settings.Name);
        Console.WriteLine(
            $"  {summary.Applications.Received} applications from {summary.Countries.Applied} countries, "
                + $"{summary.Applications.Duplicates} of them again by the same person, "
                + $"{summary.Applications.Ineligible} people not eligible");
        Console.WriteLine(
            $"  {summary.Availability.Asked} asked whether they can take part: {summary.Availability.Yes} yes, "
                + $"{summary.Availability.Later} later, {summary.Availability.No} no, {summary.Availability.Silent} without an answer");
        var trios = running.Count(group => group.Members.Count == 3);
        Console.WriteLine(
            $"  {running.Count(group => group.Members.Count == 2)} pairs and {trios} {(trios == 1 ? "trio" : "trios")} of "
                + $"{summary.Countries.Represented} countries at the end, {summary.Rematches} of them or their "
                + "forerunners formed by a rematch");
        Console.WriteLine(
            $"  {summary.Mails.Total} mails, {summary.Surveys.Mid} mid-program and {summary.Surveys.Final} final answers, "
                + $"{summary.Certificates} certificates");
        Console.WriteLine(
            $"  {summary.Orchestrations.Completed} orchestrations completed, {summary.Orchestrations.Failed} failed; "
                + $"{summary.WallSeconds:0} seconds, {summary.StorageTransactions} storage requests");
        Console.WriteLine();
        foreach (var (what, path) in Places(run.Folder)) Console.WriteLine($"  {what,-13} {path}");
        if (!stays) return;
        Console.WriteLine($"  {"Mailbox",-13} {run.Mailbox(address)}");
        Console.WriteLine(
            $"  {"Dashboard",-13} {new Uri(address, $"cohorts/{settings.Id}")} - sign in as "
                + $"{settings.Leads.First().Email}; Ctrl-C ends it");
    }

    static IEnumerable<(string What, string Path)> Places(RunFolder folder) =>
    [
        ("Summary", folder.File("summary.json")),
        ("Pairs", folder.File("pairs.csv")),
        ("Mails", folder.Mail),
        ("Certificates", folder.Certificates),
        ("Flyers", folder.Flyers),
        ("Report", $"{folder.File("report.html")}, report.xlsx"),
    ];
}
