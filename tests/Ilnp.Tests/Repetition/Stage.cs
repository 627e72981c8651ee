using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Import;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Rounds;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;
using Ilnp.Returning.Questions;
using Ilnp.Screening.Duplicates;
using Ilnp.SecondPartners;
using Ilnp.SecondPartners.Questions;
using Ilnp.Stories.Pictures;
using Ilnp.Surveys;
using Ilnp.Tests.Intake;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Programme;

namespace Ilnp.Tests.Repetition;

/// <summary>Puts a small cohort into storage, as it stands before an activity runs.</summary>
sealed class Stage(OneProcess app)
{
    public const string Cohort = "repeat";
    public const string Next = "repeat-next";
    public const string Application = "A1";
    public const string File = "F1";

    public static readonly DateTime Closes = new(2020, 6, 10, 0, 0, 0, DateTimeKind.Utc);

    public static CohortSettings Settings { get; } = Cohorts.Pilot with
    {
        Id = Cohort,
        CapacityPairs = 5,
        Availability = new() { ReservePairs = 1 },
        Texts = new Dictionary<string, string>
        {
            ["organiser"] = "the committee",
            ["website"] = "https://ilnp.example.org",
            ["next_wave"] = "autumn",
        },
    };

    /// <summary>P01 to P12 applied and qualify; nothing else has happened.</summary>
    public async Task AppliedAsync()
    {
        await app.Get<CohortStore>().TryAddAsync(Settings);
        foreach (var number in Enumerable.Range(1, 12)) await app.Get<PeopleStore>().TryAddAsync(Applicant(number));
    }

    /// <summary>G001 P01 P02 and G002 P03 P04 are proposed; P05 and P06 are asked beside them.</summary>
    public async Task AskedAsync(params string[] yes)
    {
        await AppliedAsync();
        await PutAsync(Pair("G001", GroupStatus.Proposed, "P01", "P02"), Pair("G002", GroupStatus.Proposed, "P03", "P04"));
        foreach (var id in new[] { "P01", "P02", "P03", "P04", "P05", "P06" })
        {
            await StandAsync(id, Standing.Asked);
            await DecisionAsync($"availability-{id}", "availability", id, yes.Contains(id) ? "yes" : null);
        }
    }

    /// <summary>
    /// The pair G001 (P01 P02) and the trio G002 (P03 P04 P05) run; P06 and P07 said yes and wait, the others are on the list.
    /// </summary>
    public async Task RunningAsync()
    {
        await AppliedAsync();
        await PutAsync(Pair("G001", GroupStatus.Active, "P01", "P02"), Pair("G002", GroupStatus.Active, "P03", "P04", "P05"));
        foreach (var id in new[] { "P01", "P02" }) await StandAsync(id, Standing.Active, "G001");
        foreach (var id in new[] { "P03", "P04", "P05" }) await StandAsync(id, Standing.Active, "G002");
        foreach (var id in new[] { "P06", "P07" }) await StandAsync(id, Standing.Available);
    }

    /// <summary>As <see cref="RunningAsync"/>, and G001 goes on after the end.</summary>
    public async Task GoesOnAsync()
    {
        await RunningAsync();
        await app.Get<GroupStore>().UpdateAsync(Cohort, "G001", group => group with { GoesOn = new(Closes, Closes.AddMonths(6)) });
    }

    /// <summary>As <see cref="RunningAsync"/>, in a cohort that offers second partners; these people wish one.</summary>
    public async Task WishedAsync(params string[] people)
    {
        await RunningAsync();
        await WishAsync(people);
        await ChangeCohortAsync(cohort => cohort.With(new SecondPartnersSettings { Offered = true }));
    }

    /// <summary>Members of G001 and G002 wish a second partner.</summary>
    public async Task WishAsync(params string[] people)
    {
        foreach (var id in people)
            await DecisionAsync(Second.DecisionId(id is "P01" or "P02" ? "G001" : "G002", id), Second.Name, id, Second.Wish);
    }

    /// <summary>As <see cref="RunningAsync"/>; P01 and P03 are a second pair.</summary>
    public async Task SecondPairAsync(SecondPairStatus status)
    {
        await WishedAsync();
        await app.Get<SecondPairStore>().ReplaceAsync(
            Cohort,
            [
                new()
                {
                    CohortId = Cohort,
                    PairId = "S001",
                    Members = ["P01", "P03"],
                    Status = status,
                    IntroducedAt = status == SecondPairStatus.Active ? Closes : null,
                },
            ]);
    }

    /// <summary>As <see cref="RunningAsync"/>, with a meeting of everybody.</summary>
    public async Task MeetingAsync(WholeMeeting meeting)
    {
        await RunningAsync();
        await ChangeCohortAsync(cohort => cohort with { Meetings = [meeting] });
    }

    async Task ChangeCohortAsync(Func<CohortSettings, CohortSettings> change)
    {
        var stored = (await app.Get<CohortStore>().ReadAsync(Cohort))!;
        Assert.True(await app.Get<CohortStore>().TryReplaceAsync(stored, change(stored.Value)));
    }

    /// <summary>As <see cref="RunningAsync"/>; P01 would like to hear of the next cohort, which has begun.</summary>
    public async Task AgainAsync()
    {
        await RunningAsync();
        await DecisionAsync(Again.DecisionId("P01"), Again.Name, "P01", Again.Yes);
        var dates = Settings.Dates;
        dates = dates with { Announce = dates.Announce.AddMonths(6), Introduce = dates.Introduce.AddMonths(6) };
        await app.Get<CohortStore>().TryAddAsync(Settings with { Id = Next, Dates = dates });
    }

    /// <summary>As <see cref="RunningAsync"/>, but P02 has left P01 alone.</summary>
    public async Task LeftAloneAsync()
    {
        await RunningAsync();
        await app.Get<GroupStore>().UpdateAsync(Cohort, "G001", group => group with { Status = GroupStatus.Dissolved });
        await StandAsync("P02", Standing.Left);
        await StandAsync("P01", Standing.Available);
    }

    /// <summary>A file that nobody looks at.</summary>
    public Task PictureAsync(StoryPicture picture) => app.Get<StoryPictureStore>().PutAsync(Cohort, picture, [1]);

    public Task PutAsync(params Group[] groups) => Task.WhenAll(groups.Select(group => app.Get<GroupStore>().TryAddAsync(group)));

    public Task StandAsync(string person, Standing standing, string? group = null) =>
        app.Get<PeopleStore>().UpdateAsync(Cohort, person, stored => stored with { Standing = standing, GroupId = group });

    /// <summary>P01 applied again as P02, under another address.</summary>
    public Task TwinAsync() => app.Get<PeopleStore>().UpdateAsync(
        Cohort,
        "P02",
        stored => Applicant(1) with { PersonId = stored.PersonId, Email = stored.Email, FirstAppliedAt = stored.FirstAppliedAt });

    /// <summary>Was mailed the final survey.</summary>
    public Task InvitedAsync(string person) => app.Get<SurveyActivities>().InviteToSurvey(new(Cohort, SurveyKind.Final, person, Closes));

    /// <summary>The committee found P01 and P02 to be one person.</summary>
    public Task SameAsync() => app.Get<DuplicateProposalStore>().TryAddAsync(
        new() { CohortId = Cohort, FirstId = "P01", SecondId = "P02", Why = "like names", Decision = DuplicateDecision.Same });

    public Task DecisionAsync(
        string id, string form, string subject, string? choice, params (string Question, string Answer)[] answers)
    {
        var request = new DecisionRequest { CohortId = Cohort, DecisionId = id, Form = form, SubjectId = subject, ClosesAt = Closes };
        var given = answers.ToDictionary(answer => answer.Question, answer => (IReadOnlyList<string>)[answer.Answer]);
        var decision = new Decision
        {
            Request = request,
            Link = app.Get<DecisionTokens>().Issue(request, 1, Closes.AddDays(30)),
            OpenedAt = Closes.AddDays(-20),
        };
        if (choice is not null)
            decision = decision with { Choice = choice, Answers = given, AnsweredAt = Closes.AddDays(-10), Version = 1 };
        return app.Get<DecisionStore>().TryAddAsync(decision, CancellationToken.None);
    }

    /// <summary>A lead decided to do something about P01 together with others.</summary>
    public Task DecidedAsync(string act, string? note = null, params (string Question, string Choice)[] said) =>
        app.Get<CommitteeActStore>().BeginAsync(
            Cohort, "plan",
            new(BulkPlan.Subject("plan"), Closes.AddDays(-8), "ada", act)
            {
                Bulk = new("plan", act, said.ToDictionary(one => one.Question, one => one.Choice), ["P01"]),
                Note = note,
            },
            CancellationToken.None);

    /// <summary>P01, otherwise.</summary>
    public Task ChangeAsync(Func<Person, Person> change) => app.Get<PeopleStore>().UpdateAsync(Cohort, "P01", change);

    /// <summary>A message that was kept and not read yet.</summary>
    public Task MessageAsync() => app.Get<ApplicationInbox>().KeepAsync(
        Settings, Application, FormProvider.Export, new(Samples.Export()[0].ToMessage(), "application/json"), CancellationToken.None);

    /// <summary>In which the message waits.</summary>
    public static IntakeRound Round { get; } = new(Cohort, Closes.AddDays(-9), "p1", "another");

    public async Task WaitingAsync()
    {
        await AppliedAsync();
        await app.Get<WaitingMessages>().AddAsync(Round, new(Cohort, Application), CancellationToken.None);
    }

    /// <summary>What somebody wrote for a country of which there are two.</summary>
    public static UnclearWord Kongo { get; } = new(WordKind.Country, ApplicationField.Country, "Kongo", "Country", 0);

    /// <summary>A message with that word was taken in; the committee has said what it means since then.</summary>
    public async Task UnclearAsync()
    {
        var row = Samples.Export()[0];
        var answers = row.Answers.Select(answer => answer.Question[0] == "Country" ? answer with { Values = [Kongo.Spelling] } : answer);
        var body = (row with { Answers = [.. answers] }).ToMessage();
        await app.Get<ApplicationInbox>().KeepAsync(
            Settings, Application, FormProvider.Export, new(body, "application/json"), CancellationToken.None);
        await app.Get<MessageRegistrar>().RegisterAsync(new(Cohort, Application));
        await app.Get<MeaningStore>().TrySayAsync(new()
        {
            CohortId = Cohort,
            WordId = Kongo.WordId,
            Kind = Kongo.Kind,
            Spelling = Kongo.Spelling,
            Code = "CD",
            MemberId = "ada",
            At = Closes,
            Version = 1,
        });
    }

    /// <summary>
    /// A message was taken in whose form asks for the country in words that nobody knew; the committee has said so since then.
    /// </summary>
    public async Task UnreadAsync()
    {
        var row = Samples.Export()[0];
        var answers = row.Answers.Select(answer =>
            answer.Question[0] == "Country" ? answer with { Question = ["Zona de procedencia"] } : answer);
        var body = (row with { Answers = [.. answers] }).ToMessage();
        await app.Get<ApplicationInbox>().KeepAsync(
            Settings, Application, FormProvider.Find("google-forms")!, new(body, "application/json"), CancellationToken.None);
        await app.Get<MessageRegistrar>().RegisterAsync(new(Cohort, Application));
        await app.Get<ColumnChoiceStore>().TrySayAsync(Cohort, "zona de procedencia", null, "country", CancellationToken.None);
    }

    /// <summary>An application without an address, which the committee has set since.</summary>
    public Task AddressedAsync() => app.Get<ApplicationStore>().TryAddAsync(new()
    {
        CohortId = Cohort,
        ApplicationId = Application,
        Provider = FormProvider.Export.Name,
        AppliedAt = Closes.AddDays(-90),
        ReceivedAt = Closes.AddDays(-90),
        Answers = new() { Name = "Rosa Quispe", Email = "rosa@library.example", Country = "PE", Languages = ["es"] },
        Outcome = ApplicationOutcome.Unreachable,
    });

    /// <summary>An uploaded export of which no row was read yet.</summary>
    public Task FileAsync() => app.Get<ApplicationInbox>().KeepAsync(
        Settings, File, FormProvider.Export, new(System.IO.File.ReadAllBytes(Samples.ExportPath), "text/csv"), CancellationToken.None);

    static Person Applicant(int number) =>
        SampleCohort.Person(
            Cohort,
            $"P{number:00}",
            $"Amina Person{(char)('A' + number)}",
            ((string[])["GH", "BR", "JP", "IN", "US", "FR"])[number % 6]) with
        {
            YearsOfExperience = number,
            FirstAppliedAt = new DateTimeOffset(2020, 3, 5, 10, 0, 0, TimeSpan.Zero).AddHours(number),
        };

    public static Group Pair(string id, GroupStatus status, params string[] members) => new()
    {
        CohortId = Cohort,
        GroupId = id,
        Members = members,
        Status = status,
        LiaisonId = "ben",
        FormedAt = new(2020, 4, 10, 0, 0, 0, TimeSpan.Zero),
    };
}
