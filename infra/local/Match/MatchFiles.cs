using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using Ilnp.Local.Running;
using Ilnp.Matching.Comparison;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;
using Ilnp.Matching.Wishes;
using Ilnp.Programme;
using Ilnp.Screening;
using Ilnp.Storage;
using Ilnp.Texts;

namespace Ilnp.Local.Match;

/// <summary>Results as files: pairs, people left over with reasons, and figures.</summary>
static class MatchFiles
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task WriteAsync(
        MatchRequest request, MatchingProblem problem, MatchingProposal proposal, Applicants applicants, RunCost cost, WishesCost? wishes)
    {
        var people = applicants.People.ToDictionary(p => p.PersonId);
        await WriteRowsAsync(
            request.Result("pairs.csv"),
            ["group", "row", "name", "country", "languages", "interests", "score", "reason"],
            PairRows(proposal, people));
        await WriteRowsAsync(
            request.Result("unmatched.csv"),
            ["row", "name", "country", "languages", "reason"],
            UnmatchedRows(proposal, applicants, people));
        await WriteRowsAsync(
            request.Result("notes.csv"), ["row", "note"], applicants.Problems.Select(p => new[] { Whole(p.Row), p.Words }));
        await WriteFiguresAsync(request, problem, proposal, applicants, cost, wishes);
        await MatchPictures.WriteAsync(request, proposal, people);
    }

    static IEnumerable<string[]> PairRows(MatchingProposal proposal, Dictionary<string, Person> people) =>
        proposal.Groups.SelectMany((group, k) => group.Members.Select(id => new[]
        {
            $"G{k + 1:D3}", Whole(people[id].ApplicationRow ?? 0), people[id].Name, Country(people[id]), Languages(people[id]),
            Ilnp.Programme.Words.Topics(people[id].Interests, "en"),
            group.Score.ToString(CultureInfo.InvariantCulture),
            string.Join(' ', group.Reasons.Select(r => r.InWords("en"))),
        }));

    static IEnumerable<string[]> UnmatchedRows(MatchingProposal proposal, Applicants applicants, Dictionary<string, Person> people) =>
        proposal.Unmatched.Select(u => Row(people[u.Id], u.Reason.InWords("en")))
            .Concat(
                applicants.People.Where(p => p.Standing != Standing.Eligible)
                    .Select(p => Row(p, string.Join(' ', p.Reasons.Select(Words)))));

    static string[] Row(Person person, string reason) =>
        [Whole(person.ApplicationRow ?? 0), person.Name, Country(person), Languages(person), reason];

    static string Country(Person person) => Ilnp.Programme.Words.Country(person.Country, "en");

    static string Languages(Person person) => string.Join(", ", person.Languages.Select(code => Ilnp.Programme.Words.Language(code, "en")));

    static string Words(string code) => code switch
    {
        ReasonCode.PossibleDuplicate => "May be the same person as an earlier applicant: held back until the committee decides.",
        ReasonCode.Duplicate => "Is in the list already.",
        ReasonCode.UnknownCountry => "The country is not known: held back until it is set.",
        ReasonCode.UnknownMoment => "When this person applied is not understood: held back until it is known.",
        _ => AppParts.Texts.In(TextShelf.First)[ReasonWords.TextKey(code)!],
    };

    static async Task WriteFiguresAsync(
        MatchRequest request, MatchingProblem problem, MatchingProposal proposal, Applicants applicants, RunCost cost, WishesCost? wishes)
    {
        await File.WriteAllTextAsync(request.Result("match.json"), JsonSerializer.Serialize(
            new
            {
                n = proposal.Figures.People,
                m = proposal.Figures.AllowedPairs,
                k = proposal.Groups.Count,
                capacity = Math.Min(problem.Capacity, applicants.Eligible.Count / 2),
                weight = proposal.Score,
                upperBound = proposal.UpperBound,
                gap = proposal.Gap,
                countries = proposal.Countries,
                hull = proposal.Hull.Select(h => new long[] { h.Countries, h.Score }),
                hullBounds = proposal.Hull.Select(h => h.UpperBound),
                seconds = Math.Round(cost.Seconds, 3),
                cpuSeconds = Math.Round(cost.ProcessorSeconds, 3),
                peakMb = Math.Round(cost.PeakMegabytes),
                rounds = proposal.Figures.Rounds,
                writtenPairs = proposal.Figures.WrittenPairs,
                otherWays = OtherWays.Compare(problem).Select(w =>
                    new { way = w.Way.ToString().ToLowerInvariant(), pairs = w.Pairs, weight = w.Score, countries = w.Countries }),
                wishes = wishes is null ? null : WishFigures.Of(wishes, applicants),
                notes = proposal.Notes,
            },
            Json) + "\n");
    }

    static async Task WriteRowsAsync(string path, string[] header, IEnumerable<string[]> rows)
    {
        await using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = new CsvWriter(text, SafeCsv.Configuration);
        foreach (var row in rows.Prepend(header))
        {
            foreach (var cell in row) csv.WriteField(cell);
            await csv.NextRecordAsync();
        }
    }

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
