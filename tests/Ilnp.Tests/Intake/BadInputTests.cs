using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ilnp.Intake;
using Ilnp.Programme;
using Ilnp.Screening;
using Ilnp.Screening.Duplicates;
using Ilnp.Storage;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Intake;

/// <summary>Files and messages with mistakes, through HTTP into the list that the committee sees.</summary>
public sealed class BadInputTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Header =
        "Timestamp,Email Address,Full name,Country,Time zone,Languages you can use,Interests,Library type,Years of "
            + "experience,Internet?,Every two weeks?,Four months?\r\n";
    const string Rest = "Africa/Ndjamena,French,Archives,Public library,3,Yes,Yes,Yes\r\n";

    [Fact]
    public async Task GivenAFileWithEveryKindOfMistake_WhenImported_ThenEachIsALineAndTheRestGoesOn()
    {
        byte[] file =
        [
            .. Utf8(Header),
            .. Utf8($"2020/03/05 2:11:52 PM GMT,good@example.org,Good Person,Chad,{Rest}"),
            .. Utf8($"the other day,date@example.org,Broken Date,Chad,{Rest}"),
            .. Utf8($"2020/03/05 2:11:52 PM GMT,country@example.org,Unknown Country,Atlantis,{Rest}"),
            .. Utf8($"2020/03/05 2:11:52 PM GMT,,No Address,Chad,{Rest}"),
            .. Utf8($"2020/03/05 2:11:52 PM GMT,formula@example.org,\"=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\",Chad,{Rest}"),
            .. Utf8($"2020/03/05 2:11:52 PM GMT,long@example.org,{new string('ñ', 100_000)},Chad,{Rest}"),
            .. Encoding.Latin1.GetBytes($"2020/03/05 2:11:52 PM GMT,latin@example.org,José Núñez,Perú,{Rest}"),
            .. Utf8($"2020/03/05 2:11:52 PM GMT,garbled@example.org,ZoÃ«,Chad,{Rest}"),
        ];
        await using var host = await IntakeHost.StartAsync(azurite);
        var imported = host.Clock.Now;
        Assert.Equal(HttpStatusCode.Accepted, (await ImportAsync(host, file)).StatusCode);
        await CompletedAsync(host);
        var people = (await host.Get<PeopleStore>().ListAsync(host.Cohort.Id)).ToDictionary(person => person.ApplicationRow!.Value);
        var problems = await host.Get<IntakeProblemStore>().ListAsync(host.Cohort.Id);

        Assert.Equal([1, 2, 3, 5, 6, 7, 8], people.Keys.Order());
        Assert.Equal(8, (await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id)).Count);
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], problems.Select(problem => problem.Row!.Value).Distinct());
        Assert.Equal(imported, people[2].FirstAppliedAt);
        Assert.Equal((Standing.HeldBack, "ZZ"), (people[3].Standing, people[3].Country));
        Assert.StartsWith("=HYPERLINK", people[5].Name, StringComparison.Ordinal);
        Assert.Equal(200, people[6].Name.Length);
        Assert.Equal(("José Núñez", "PE"), (people[7].Name, people[7].Country));
        Assert.Equal("Zoë", people[8].Name);
    }

    [Fact]
    public async Task GivenAFileWithoutARequiredColumn_WhenImported_ThenItIsSaidOnceAndTheRowsAreKept()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var file =
            "Timestamp,Email Address,Full name,Languages,Interests,Internet?,Every two weeks?,Four months?\r\n"
                + "t,a@example.org,Ana,French,Archives,Yes,Yes,Yes\r\nt,b@example.org,Rui,French,Archives,Yes,Yes,Yes\r\n";
        var answer = await (await ImportAsync(host, Utf8(file))).Content.ReadFromJsonAsync<JsonElement>();
        await CompletedAsync(host);
        var problems = await host.Get<IntakeProblemStore>().ListAsync(host.Cohort.Id);

        Assert.Contains("no column for the country", answer.GetProperty("problems")[0].GetString(), StringComparison.Ordinal);
        Assert.Single(problems, problem => problem.Field == "country");
        Assert.All(await host.Get<PeopleStore>().ListAsync(host.Cohort.Id), person => Assert.Equal(Standing.HeldBack, person.Standing));
    }

    [Fact]
    public async Task GivenTheSameFileTwice_WhenImported_ThenNothingIsDoubled()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        var file = Utf8(Header + $"2020/03/05 2:11:52 PM GMT,good@example.org,Good Person,Chad,{Rest}");
        await ImportAsync(host, file);
        await CompletedAsync(host);
        await ImportAsync(host, file);
        await CompletedAsync(host);

        Assert.Single(await host.Get<ApplicationStore>().ListAsync(host.Cohort.Id));
        Assert.Single(host.Mail.GetFiles("*.eml"));
    }

    [Fact]
    public async Task GivenNoKeyOrNoFile_WhenImported_ThenItIsRefusedWithAReason()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        Assert.Equal(HttpStatusCode.BadRequest, (await ImportAsync(host, [])).StatusCode);
        host.Client.DefaultRequestHeaders.Clear();
        Assert.Equal(HttpStatusCode.Unauthorized, (await ImportAsync(host, Utf8(Header))).StatusCode);
    }

    [Fact]
    public async Task GivenCleanApplications_WhenTakenIn_ThenEachCostsFewStorageRequests()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        await host.PostOwnAsync(IntakeWebhookTests.Message("first@example.org"));
        await host.CompletedAsync();
        var before = host.Get<TransactionCount>().Sent;
        const int applications = 20;
        await Task.WhenAll(
            Enumerable.Range(0, applications).Select(number => host.PostOwnAsync(IntakeWebhookTests.Message($"p{number}@example.org"))));
        await host.CompletedAsync();

        // Intake's six, one to wait in its round, two for the questions of its form, and the mail
        // ledger's two; a round's own are shared by all.
        Assert.InRange((host.Get<TransactionCount>().Sent - before) / (double)applications, 1, 12);
    }

    [Fact]
    public async Task GivenTheWholeExport_WhenImportedAndReviewed_ThenFiguresAndDecisionsAreTrue()
    {
        await using var host = await IntakeHost.StartAsync(azurite);
        host.Clock.Now = new(2020, 4, 1, 0, 0, 0, TimeSpan.Zero);
        await ImportAsync(host, File.ReadAllBytes(Samples.ExportPath));
        await CompletedAsync(host);
        var review = host.Get<DuplicateReview>();
        var proposals = await review.ProposeAsync(host.Cohort.Id);
        Assert.Equal(proposals, await review.ProposeAsync(host.Cohort.Id));
        var figures = await host.Get<IntakeReview>().SummariseAsync(host.Cohort.Id);
        var truth = Samples.TruthOfExport();
        var people = truth.Select(row => row.Person).Distinct().Count();

        Assert.Equal((488, 4), (figures.Received, figures.Proposals.Count));
        Assert.Equal(488 - people - 4, figures.Duplicates);
        Assert.Empty(figures.Problems);

        foreach (var proposal in proposals) await review.ResolveAsync(host.Cohort.Id, proposal.ProposalId, same: true);
        var after = await host.Get<IntakeReview>().SummariseAsync(host.Cohort.Id);
        var qualified = truth.Where(row => row.Row == row.LatestRow && row.Qualifies).Select(row => row.Person).Distinct().Count();
        Assert.Equal((qualified, people - qualified, 0), (after.Eligible, after.Ineligible, after.HeldBack));
        Assert.Equal(488 - people, after.Duplicates);
        await AssertFirstHasLatestAnswersAsync(host, truth, proposals);

        await review.ResolveAsync(host.Cohort.Id, proposals[0].ProposalId, same: false);
        Assert.Equal(488 - people - 1, (await host.Get<IntakeReview>().SummariseAsync(host.Cohort.Id)).Duplicates);
    }

    static async Task AssertFirstHasLatestAnswersAsync(
        IntakeHost host, IReadOnlyList<Truth> truth, IReadOnlyList<DuplicateProposal> proposals)
    {
        foreach (var proposal in proposals)
        {
            var first = await host.Get<PeopleStore>().GetAsync(host.Cohort.Id, proposal.FirstId);
            Assert.Equal(truth[first.ApplicationRow!.Value - 1].LatestRow, first.ApplicationRow);
        }
    }

    static async Task CompletedAsync(IntakeHost host) =>
        Assert.All(await host.CompletedAsync(), instance => Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus));

    static Task<HttpResponseMessage> ImportAsync(IntakeHost host, byte[] file) =>
        host.SendAsync($"cohorts/{host.Cohort.Id}/applications", file, new Dictionary<string, string> { ["Content-Type"] = "text/csv" });

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
