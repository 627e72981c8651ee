using Azure.Data.Tables;
using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Mail;
using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Tests.Pages;
using MimeKit;

namespace Ilnp.Tests.Committee.Measured;

/// <summary>A cohort in its midst with everything that people and committee leave behind, written in batches.</summary>
/// <param name="People">Applicants.</param>
/// <param name="Groups">Pairs that run.</param>
/// <param name="Pulses">Asked of each member, all but the last answered.</param>
/// <param name="Mails">To each applicant.</param>
/// <param name="Problems">Words that nobody has settled, each of one applicant.</param>
sealed record FilledCohort(int People, int Groups, int Pulses, int Mails, int Problems)
{
    static readonly string[] Countries = ["GH", "BR", "JP", "IN", "US", "FR", "KE", "PE", "CA", "DE"];

    /// <summary>As the pilot of 2020 leaves it: 463 people, 80 groups, 1324 questions, 3625 mails.</summary>
    public static readonly FilledCohort Pilot = new(488, 48, 12, 8, 40);

    public static readonly FilledCohort Large = new(5000, 500, 6, 4, 2000);

    public async Task<string> MakeAsync(WebHostFixture web)
    {
        var (cohort, now) = (await web.CohortAsync(), web.Clock.Now);
        await web.Get<PeopleStore>().AddManyAsync(cohort, Enumerable.Range(0, People).Select(k => Applicant(cohort, k)));
        await web.Get<GroupStore>().PutManyAsync(cohort, Enumerable.Range(0, Groups).Select(k => Pair(cohort, k, now)));
        await web.Get<IntakeProblemStore>().PutAsync(cohort, [.. Enumerable.Range(0, Problems).Select(k => Problem(cohort, k, now))]);
        var mails = (from k in Enumerable.Range(0, People) from number in Enumerable.Range(1, Mails) select Mail(cohort, k, number, now))
            .ToList();
        await MailLedger.Table(web.Get<TableServiceClient>()).PutManyAsync(cohort, mails.Select(mail => (mail.Key.Row, mail)));
        await AskAsync(web, cohort, now);
        foreach (var mail in mails.Where(mail => mail.Status == MailStatus.Unknown)) await KeepAsync(web, mail);
        await Table<CommitteeAct>(web, "CommitteeActs").PutManyAsync(cohort, Enumerable.Range(0, People / 10).Select(k =>
            (
                $"{Id(k)}~{k}",
                new CommitteeAct(Id(k), now.AddHours(-k % 600), "lead", "note") { Note = "Wrote to us by mail.", IsDone = true })));
        return cohort;
    }

    async Task AskAsync(WebHostFixture web, string cohort, DateTimeOffset now)
    {
        var forms = web.Get<FormCatalogue>();
        var asked = Enumerable.Range(0, 2 * Groups)
            .Select(k => Question(cohort, "availability", $"availability-{Id(k)}", k, now.AddDays(-20), "yes"))
            .Concat(from k in Enumerable.Range(0, 2 * Groups)
                    from number in Enumerable.Range(1, Pulses)
                    select Question(
                        cohort, "pulse", $"pulse-{GroupId(k / 2)}-{number}-{Id(k)}", k,
                        now.AddDays(number - Pulses), number == Pulses ? null : "heard"))
            .ToList();
        await DecisionStore.Decisions(web.Get<TableServiceClient>())
            .PutManyAsync(cohort, asked.Select(decision => ($"d-{decision.DecisionId}", decision)));
        var recorded = asked.Where(decision => decision.Version > 0)
            .Select(decision =>
                (decision, Audit: new DecisionAudit(decision.DecisionId, 1, decision.AnsweredAt!.Value, 1, null, decision.Answers!)))
            .ToList();
        await Table<DecisionAudit>(web, "Decisions").PutManyAsync(
            cohort, recorded.Select(one => ($"h-{DecisionStore.Versioned(one.Audit.DecisionId, 1)}", one.Audit)));
        await Table<RecordedAnswer>(web, "Decisions").PutManyAsync(
            cohort,
            recorded.Select(one =>
                (
                    RecordedAnswer.RowOf(one.Audit),
                    RecordedAnswer.Of(one.decision, one.Audit, forms.Get(one.decision.Request.Form), isOfMember: false))));
    }

    /// <summary>With the link of a question, as far as its recipient has a group.</summary>
    async Task KeepAsync(WebHostFixture web, LedgerEntry entry)
    {
        var decisions = await web.Get<DecisionStore>().ListAsync(
            entry.Key.CohortId, $"pulse-{GroupId(int.Parse(entry.Key.PersonId[1..], null) / 2)}-{Pulses}-");
        var links = decisions.Where(decision => decision.SubjectId == entry.Key.PersonId).Select(web.Get<DecisionLinks>().Address);
        await web.Get<KeptMails>().KeepAsync(new()
        {
            Key = entry.Key,
            Template = entry.Template,
            Stream = entry.Stream,
            From = new("ILNP", "programme@ilnp.example"),
            To = [new(new MailboxAddress("Somebody", $"{entry.Key.PersonId.ToLowerInvariant()}@library.example"), "key")],
            Subject = "How is it going?",
            Html = string.Concat(links.Select(link => $"<p><a href=\"{link.AbsoluteUri}\">Answer</a></p>")),
            Text = "How is it going?",
            Language = entry.Language,
            Headers = [],
            Attachments = [],
            Date = entry.FirstAttemptAt,
            FirstAttemptAt = entry.FirstAttemptAt,
        });
    }

    static RecordTable<T> Table<T>(WebHostFixture web, string name) => new(web.Get<TableServiceClient>(), name);

    static string Id(int k) => $"P{k:00000}";

    static string GroupId(int k) => $"G{k + 1:000}";

    Person Applicant(string cohort, int k) =>
        SampleCohort.Person(
            cohort, Id(k), $"Person Number {k}", Countries[k % Countries.Length], k < 2 * Groups ? Standing.Active : Standing.Eligible) with
        {
            GroupId = k < 2 * Groups ? GroupId(k / 2) : null,
            FirstAppliedAt = new DateTimeOffset(2020, 3, 5, 10, 0, 0, TimeSpan.Zero).AddMinutes(k),
            ApplicationId = $"application-{k}",
        };

    static Group Pair(string cohort, int k, DateTimeOffset now) => new()
    {
        CohortId = cohort,
        GroupId = GroupId(k),
        Members = [Id(2 * k), Id((2 * k) + 1)],
        Status = GroupStatus.Active,
        LiaisonId = "liaison",
        FormedAt = now.AddDays(-20),
    };

    static Decision Question(string cohort, string form, string id, int k, DateTimeOffset at, string? choice) => new()
    {
        Request = new() { CohortId = cohort, DecisionId = id, Form = form, SubjectId = Id(k), ClosesAt = at.AddDays(14) },
        Link = new(1, "k1", at.AddDays(30), "hash"),
        OpenedAt = at,
        Choice = choice,
        Answers = choice is null ? null : new Dictionary<string, IReadOnlyList<string>> { ["choice"] = [choice] },
        AnsweredAt = choice is null ? null : at.AddHours(1).AddSeconds(k),
        Version = choice is null ? 0 : 1,
    };

    static LedgerEntry Mail(string cohort, int k, int number, DateTimeOffset now) => new()
    {
        Key = new(cohort, "prompt", $"{number}", Id(k)),
        Template = number % 2 == 0 ? "prompt" : "pulse",
        Language = "en",
        Stream = MailStream.Essential,
        Status = k % 97 == 0 && number == 1 ? MailStatus.Unknown : MailStatus.Sent,
        FirstAttemptAt = now.AddDays(-number),
        ClaimedAt = now.AddDays(-number),
        ClaimedBy = "process",
        Sender = "sendgrid",
        SentAt = now.AddDays(-number),
    };

    static IntakeProblem Problem(string cohort, int k, DateTimeOffset now)
    {
        var word = new UnclearWord(WordKind.Language, ApplicationField.Languages, $"Tongue {k / 4}", "Which languages do you speak?", 1);
        return new()
        {
            CohortId = cohort,
            ProblemId = ProblemIds.OfWord(word.WordId) + $"application-{k}",
            Provider = "typeform",
            ApplicationId = $"application-{k}",
            PersonId = Id(k),
            Field = "languages",
            Words = $"“Tongue {k / 4}” is no language that the list knows.",
            Word = word,
            FoundAt = now.AddDays(-10),
        };
    }
}
