using System.Text.Json;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Texts;
using Xunit.Abstractions;

namespace Ilnp.Tests.Intake.FormQuestions;

/// <summary>What must hold for every form and everything that the committee says of its questions.</summary>
public sealed class QuestionProperties(ITestOutputHelper output)
{
    const int Tries = 300;

    static readonly string[] Headings =
        [
            "Email", "Full name", "Country", "Zona de procedencia", "Languages", "Your motto",
            "Nation", "Ready?", "Wish (one)", "q12_ready", "Топик", "ご希望", "Years",
        ];

    static readonly string[] Values =
        ["Peru", "Yes", "No", "rosa@library.example", "Spanish, English", "12", "", "Rosa Quispe", "Archives"];

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void GivenChoices_WhenTheyAreSaidInAnyOrderAndSomeTakenBack_ThenOnlyWhatIsSaidNowCounts(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var n = 0; n < Tries; n++)
        {
            var wished = Headings.Where(_ => random.Next(3) == 0).ToDictionary(Fold.Text, _ => Field(random));
            var (one, other) = (Said(random, wished), Said(random, wished));
            var message = Message(random);

            Assert.Equal(one.Id, other.Id);
            Assert.Equal(Read(message, one), Read(message, other));
            Assert.Equal(Read(message, null), Read(message, wished.Keys.Aggregate(one, (said, key) => said.Say(key, null))));
        }
    }

    [Theory, InlineData(4), InlineData(5)]
    public void GivenAMessage_WhenAllItsQuestionsAreSaid_ThenEachIsReadAsThatOrLeftOut(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var n = 0; n < Tries; n++)
        {
            var message = Message(random);
            var fields = Enum.GetValues<ApplicationField>().Except([ApplicationField.Name, ApplicationField.Languages])
                .OrderBy(_ => random.Next()).ToList();
            var said = new ColumnChoices(ReadMessage.KeysOf(message).Distinct().Index()
                .ToDictionary(key => key.Item, key => key.Index % 3 == 0 ? "" : fields[key.Index].Key()));

            foreach (var question in QuestionRead.Of(message.Answers, new(said.In(new()))))
                Assert.Equal(said.Fields[Fold.Text(question.Heading)], question.Field?.Key() ?? "");
        }
    }

    [Fact]
    public void GivenWhatAMessageAsks_WhenItIsWrittenAsText_ThenItIsReadTheSame()
    {
        AskedHere[] asked =
            [new("0123456789", AnswerKind.Several, ApplicationField.MailLanguage), new("abcdefghjk", AnswerKind.None, null)];
        var message = new AskedMessage
        {
            CohortId = "c",
            ApplicationId = "a",
            Provider = "tally",
            ReceivedAt = default,
            Asked = AskedMessage.Write(asked),
        };

        Assert.Equal(asked, message.Questions);
        Assert.True(message.Asked.Length < 50);
    }

    [Theory]
    [InlineData("", AnswerKind.None)]
    [InlineData("12", AnswerKind.Number)]
    [InlineData("Si", AnswerKind.YesOrNo)]
    [InlineData("rosa@library.example", AnswerKind.Address)]
    [InlineData("I love archives @ night", AnswerKind.Text)]
    public void GivenAnAnswer_ThenItsKindTellsNoWordOfIt(string text, AnswerKind kind) =>
        Assert.Equal(kind, AnswerKinds.Of(new(["?"], text.Length == 0 ? [] : [text])));

    /// <summary>The same wishes by another way: others said before, and taken back again.</summary>
    static ColumnChoices Said(Random random, Dictionary<string, string> wished)
    {
        var said = new ColumnChoices(new Dictionary<string, string>());
        foreach (var heading in Headings.Select(Fold.Text).Where(_ => random.Next(2) == 0)) said = said.Say(heading, Field(random));
        foreach (var heading in Headings.Select(Fold.Text).OrderBy(_ => random.Next()))
            said = said.Say(heading, wished.GetValueOrDefault(heading));
        return said;
    }

    static string Field(Random random) =>
        random.Next(4) == 0 ? "" : Enum.GetValues<ApplicationField>()[random.Next(Enum.GetValues<ApplicationField>().Length)].Key();

    static RawSubmission Message(Random random) => new(
        "r1", "2020-03-05T10:00:00Z", null,
        [.. Headings.Where(_ => random.Next(2) == 0)
            .Select(heading => new RawAnswer([heading], Values[random.Next(Values.Length)] is { Length: > 0 } value ? [value] : []))]);

    static string Read(RawSubmission message, ColumnChoices? said)
    {
        var read = new ApplicationReader(said?.AboutKeys(ReadMessage.KeysOf(message))?.In(new()) ?? new IntakeSettings(), TimeZoneInfo.Utc)
            .Read(message, new(2020, 3, 9, 12, 0, 0, TimeSpan.Zero));
        return JsonSerializer.Serialize(new { read.Answers, read.AppliedAt, read.Findings });
    }
}
