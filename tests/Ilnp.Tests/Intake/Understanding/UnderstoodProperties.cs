using System.Text.Json;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;
using Ilnp.Screening;
using Ilnp.Tests.Pages;
using Xunit.Abstractions;

namespace Ilnp.Tests.Intake.Understanding;

/// <summary>What must hold for every application and everything that the committee says of its words.</summary>
public sealed class UnderstoodProperties(ITestOutputHelper output)
{
    const int Tries = 500;

    static readonly DateTimeOffset Received = new(2020, 3, 9, 12, 0, 0, TimeSpan.Zero);

    static readonly ApplicationReader Reader = new(new(), TimeZoneInfo.Utc);

    /// <summary>A spelling that no list knows, what the committee says of it, and a spelling of the same that the lists know.</summary>
    static readonly (string Unknown, string Code, string Known)[]
        Countries = [("Wakonda", "PE", "Peru"), ("Kongo-Land!", "CD", "DR Congo"), ("Narnia", "US", "United States")],
        Languages = [("Zzyva", "es", "Spanish"), ("Qwertisch", "sw", "Swahili"), ("Brrrish", "fr", "French"), ("Elvish", "de", "German")],
        Topics =
        [
            ("Dust", "archives", "Archives"),
            ("Shelfing", "metadata", "Metadata"),
            ("Bitrot", "digital-preservation", "Digital preservation"),
        ];

    static readonly Dictionary<string, string> All = Of(WordKind.Country, Countries)
        .Concat(Of(WordKind.Language, Languages)).Concat(Of(WordKind.Topic, Topics)).ToDictionary();

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void GivenWordsThatNobodyKnew_WhenTheirMeaningIsSaid_ThenItIsAsIfTheyHadBeenKnown(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var n = 0; n < Tries; n++)
        {
            var picks = Picks(random);
            var (unclear, plain) = (Read(picks, known: false), Read(picks, known: true));
            var understood = Understood.Of(unclear, All);

            Assert.Equal(Json(plain.Answers), Json(understood.Answers));
            Assert.Equal(
                plain.Findings.Select(finding => finding.Words),
                understood.Findings.Where(finding => finding.IsOpen).Select(finding => finding.Words));
            Assert.All(
                picks.Countries.Concat(picks.Languages).Concat(picks.Topics),
                pick => Assert.True(pick.IsKnown || unclear.Unclear is not null));
        }
    }

    [Theory, InlineData(5), InlineData(6), InlineData(7)]
    public void GivenMeaningsSaidAndTakenBackInAnyOrder_WhenReadAgain_ThenOnlyWhatIsSaidNowCounts(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var n = 0; n < Tries; n++)
        {
            if (Read(Picks(random), known: false).Unclear is not { } unclear) continue;
            var said = new Dictionary<string, string>();
            var (answers, now) = (unclear.Bare, unclear);
            foreach (var (word, code) in Shuffled(random, [.. All, .. All]))
            {
                if (!said.Remove(word)) said[word] = random.Next(5) == 0 ? "" : code;
                Assert.Equal(
                    unclear.Words.Any(one => now.Meanings.GetValueOrDefault(one.WordId) != said.GetValueOrDefault(one.WordId)),
                    now.IsReadOtherwise(said));
                (answers, now) = (Understood.Of(now, said), now.With(said));
            }

            Assert.Equal(Json(Understood.Of(unclear, said)), Json(answers));
            Assert.Equal(Json(unclear.Bare), Json(Understood.Of(now, new Dictionary<string, string>())));
            Assert.Equal(Json(unclear.Bare), Json(Understood.Of(now, All.Keys.ToDictionary(word => word, _ => ""))));
        }
    }

    [Theory, InlineData(8), InlineData(9)]
    public void GivenAnybody_WhenTheirWordsAreUnderstoodLater_ThenTheyStandWhereTheyWouldHaveStood(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var cohort = SampleCohort.Settings("c");
        for (var n = 0; n < Tries; n++)
        {
            var read = Read(Picks(random), known: false);
            var (before, after) = (Application(read), Application(Understood.Of(read, All)));
            var late = ApplicantRule.Reread(ApplicantRule.New(before, before.Answers!, cohort), after, after.Answers!, cohort);
            var atOnce = ApplicantRule.New(after, after.Answers!, cohort);

            Assert.Equal(Json(atOnce), Json(late));
            Assert.Equal(Json(late), Json(ApplicantRule.Reread(late, after, after.Answers!, cohort)));
            var back = ApplicantRule.Reread(late, before, before.Answers!, cohort);
            Assert.Equal(Json(read.Unclear is null ? late : ApplicantRule.New(before, before.Answers!, cohort)), Json(back));
        }
    }

    [Fact]
    public void GivenACountrySetForOnePersonOrNewerAnswers_WhenTheWordIsUnderstood_ThenTheyStay()
    {
        var cohort = SampleCohort.Settings("c");
        var read = Read(new([new("Narnia", "Narnia", "US")], [], []), known: false);
        var (before, after) = (Application(read), Application(Understood.Of(read, All)));
        var person = ApplicantRule.New(before, before.Answers!, cohort);
        var set = person with { Country = "GH", IsCountrySet = true, Standing = Standing.Eligible, Reasons = [] };
        var newer = person with { ApplicationId = "A2", Country = "BR" };
        var asked = ApplicantRule.New(after, after.Answers!, cohort) with { Standing = Standing.Asked };

        Assert.Equal(("GH", Standing.Eligible), (Reread(set, after).Country, Reread(set, after).Standing));
        Assert.Same(newer, Reread(newer, after));
        Assert.Equal(("US", Standing.Asked), (Reread(asked, before).Country, Reread(asked, before).Standing));

        Person Reread(Person whose, Application application) => ApplicantRule.Reread(whose, application, application.Answers!, cohort);
    }

    [Theory]
    [InlineData("Kongo", " KONGO. ", true)]
    [InlineData("Congó", "congo", true)]
    [InlineData("Kongo", "Congo", false)]
    [InlineData("???", "!!!", false)]
    public void GivenTwoSpellings_WhenAReaderTakesThemForOneWord_ThenTheyAreOne(string one, string other, bool same) =>
        Assert.Equal(same, Word(WordKind.Country, one) == Word(WordKind.Country, other));

    static ReadApplication Read(Pieces picks, bool known)
    {
        RawAnswer[] answers =
        [
            new(["Email"], ["a@library.example"]), new(["Full name"], ["Ama"]),
            new(["Country"], [.. picks.Countries.Select(Spelt)]), new(["Languages"], [.. picks.Languages.Select(Spelt)]),
            new(["seeks"], [.. picks.Topics.Select(Spelt)]), new(["offers"], [.. picks.Topics.Reverse().Select(Spelt)]),
        ];
        return Reader.Read(new("1", null, null, answers), Received);

        string Spelt(Piece piece) => known ? piece.Known : piece.Written;
    }

    static Pieces Picks(Random random) => new([Pick(random, Countries)], [.. Several(random, Languages)], [.. Several(random, Topics)]);

    static IEnumerable<Piece> Several(Random random, (string, string, string)[] all) =>
        Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(random, all)).DistinctBy(piece => piece.Written);

    static Piece Pick(Random random, (string Unknown, string Code, string Known)[] all)
    {
        var (unknown, code, known) = all[random.Next(all.Length)];
        return random.Next(2) == 0 ? new(known, known, code) : new(unknown, known, code);
    }

    static IEnumerable<T> Shuffled<T>(Random random, T[] all)
    {
        random.Shuffle(all);
        return all;
    }

    static Application Application(ReadApplication read) => new()
    {
        CohortId = "c",
        ApplicationId = "A1",
        Provider = "export",
        AppliedAt = read.AppliedAt,
        ReceivedAt = Received,
        Answers = read.Answers,
        Unclear = read.Unclear,
        PersonId = "P1",
        Outcome = ApplicationOutcome.Received,
        Reasons = ScreeningRule.Reasons(read.Answers),
    };

    static IEnumerable<KeyValuePair<string, string>> Of(WordKind kind, (string Unknown, string Code, string Known)[] words) =>
        words.Select(word => KeyValuePair.Create(Word(kind, word.Unknown), word.Code));

    static string Word(WordKind kind, string spelling) => new UnclearWord(kind, ApplicationField.Country, spelling, "", 0).WordId;

    static string Json<T>(T value) => JsonSerializer.Serialize(value);

    sealed record Pieces(Piece[] Countries, Piece[] Languages, Piece[] Topics);

    sealed record Piece(string Written, string Known, string Code)
    {
        public bool IsKnown => Written == Known;
    }
}
