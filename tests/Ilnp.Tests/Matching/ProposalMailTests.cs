using System.Text.RegularExpressions;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Matching;

/// <summary>
/// What the mails on a proposal say: who is left out, and who hears when nobody decides, the same as the letters on what is stuck do.
/// </summary>
public sealed partial class ProposalMailTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Theory]
    [InlineData("we tell the other lead who was asked", "bea Lead", "tom Technical")]
    [InlineData("we tell the other leads who was asked", "bea Lead", "eve Lead")]
    [InlineData("we tell Tom who was asked", "tom Technical", "mia Marketing")]
    [InlineData("we tell José Álvarez, Mia, and Leo who was asked", "mia Marketing", "leo Liaison")]
    [InlineData("we tell José Álvarez who was asked")]
    public async Task GivenACommittee_WhenALeadIsAskedAndReminded_ThenTheMailsSayWhoHearsOfTheirSilence(
        string words, params string[] others)
    {
        var shared = await SharedApproval.MakeAsync(
            web, 1, [.. others.Select(one => one.Split(' ')).Select(one => (one[0], Enum.Parse<CommitteeRole>(one[1])))]);
        await RemindAsync(shared, 1);
        await RemindAsync(shared, 2);

        string[] mails =
            [.. await TextsAsync("match-approval", shared.Cohort, "Zoë"), .. await TextsAsync("decision-reminder", shared.Cohort, "Zoë")];

        Assert.Equal(3, mails.Length);
        Assert.All(mails, mail => Assert.DoesNotContain("all leads", mail, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains(words, mail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenAnotherWhoWasNamed_WhenReminded_ThenTheirMailSpeaksOfTheOtherLeads()
    {
        var shared = await SharedApproval.MakeAsync(web, 1, ("bea", CommitteeRole.Lead), ("tom", CommitteeRole.Technical));
        await shared.HandAsync("lead", "bea");
        await RemindAsync(shared, 1);

        Assert.Contains(
            "we tell the other leads who was asked",
            Assert.Single(await TextsAsync("decision-reminder", shared.Cohort, "Bea")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenALeadWhoIsAlone_WhenAskedAndReminded_ThenTheMailsPromiseNothing()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var read = (await web.Get<CohortStore>().ReadAsync(cohort))!;
        await web.Get<CohortStore>().TryReplaceAsync(read, read.Value with { Committee = [.. read.Value.Leads] });
        foreach (var reminder in new[] { 0, 1, 2 }) await ProposedCohort.Approval(web).AskMatchApproval(new(cohort, 1, reminder, "none"));

        string[] mails = [.. await TextsAsync("match-approval", cohort, "Zoë"), .. await TextsAsync("decision-reminder", cohort, "Zoë")];

        Assert.Equal(3, mails.Length);
        Assert.All(mails, mail => Assert.DoesNotContain("we tell", mail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenPeopleWhoMayHaveAppliedTwice_WhenALeadIsAsked_ThenTheMailListsThemAsASentenceDoes()
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        foreach (var (name, country) in new[] { ("Aigerim Ivanova", "KZ"), ("Olamide Okafor", "NG"), ("سارة حداد", "EG") })
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(cohort, $"Q{country}", name, country, Standing.HeldBack) with
                {
                    Reasons = [ReasonCode.PossibleDuplicate],
                });

        await ProposedCohort.Approval(web).AskMatchApproval(new(cohort, 1, 0, "none"));

        var mail = Assert.Single(await TextsAsync("match-approval", cohort, "Zoë"));
        Assert.Contains(
            "applied twice: \u2068سارة حداد\u2069 (Egypt), Aigerim Ivanova (Kazakhstan), and Olamide Okafor (Nigeria).",
            mail,
            StringComparison.Ordinal);
    }

    Task RemindAsync(SharedApproval shared, int reminder) =>
        ProposedCohort.Approval(web).AskMatchApproval(new(shared.Cohort, 1, reminder, "none"));

    /// <summary>Of the mails to one member; lines as if they were one.</summary>
    async Task<IReadOnlyList<string>> TextsAsync(string template, string cohort, string name)
    {
        var keys = (await web.Get<Ilnp.Mail.Ledger.MailLedger>().ListAsync(cohort)).Select(mail => mail.Key.Hash).ToHashSet();
        var mails = await Task.WhenAll(
            web.Mails(template).Where(mail => keys.Contains(mail.Key)).Select(mail => web.Get<LocalMailbox>().ReadAsync(mail.FileName)));
        return [.. mails.OfType<MailboxMail>().Where(mail => mail.Text.Contains($"Dear {name}", StringComparison.Ordinal))
            .Select(mail => Spaces().Replace(mail.Text, " "))];
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
