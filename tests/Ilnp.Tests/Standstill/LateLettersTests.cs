using Ilnp.Approvals;
using Ilnp.Continuing;
using Ilnp.Continuing.Questions;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Standstill;
using Ilnp.Surveys;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ilnp.Tests.Standstill;

/// <summary>
/// The final survey and the wish to go on close in one moment: when nothing ran then, each lead has one mail, whichever is told first.
/// </summary>
public sealed class LateLettersTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    const string Survey = "person has not answered", GoesOn = "In groups that were asked";

    static readonly DateTime Closed = LongerDates.Of(SampleCohort.Settings("c"))!.Closes, Until = Closed.AddDays(3);

    /// <summary>What P1 has left open, and what P2 has said of going on; null where P2 was asked nothing.</summary>
    [Theory]
    [InlineData("survey longer", null, new[] { "answers", "going-on" }, new[] { GoesOn + Survey })]
    [InlineData("survey longer", null, new[] { "going-on", "answers" }, new[] { GoesOn + Survey })]
    [InlineData("survey longer", Longer.No, new[] { "answers" }, new[] { Survey })]
    [InlineData("survey", null, new[] { "answers" }, new[] { Survey })]
    [InlineData("longer", null, new[] { "going-on" }, new[] { GoesOn })]
    [InlineData("survey longer", Longer.Yes, new[] { "answers", "going-on", "answers" }, new[] { GoesOn + Survey })]
    public async Task GivenWhatStaysOpen_WhenTheLeadsAreTold_ThenTheyHaveOneMailThatSaysAllOfIt(
        string open, string? partner, string[] told, string[] mails)
    {
        var cohort = await CohortAsync();
        if (open.Contains("survey", StringComparison.Ordinal)) await AskAsync(FinalSurveyForm.Form.Question(cohort, "P1", Closed, "P1"));
        if (open.Contains("longer", StringComparison.Ordinal)) await AskLongerAsync(cohort, "P1");
        if (partner is not null) await AnswerAsync(cohort, await AskLongerAsync(cohort, "P2"), partner);
        var letters = ActivatorUtilities.CreateInstance<LateLetters>(web.Services);

        foreach (var what in told) await letters.TellLate(Late(cohort, what));

        Assert.Equal(mails, (await ToLeadAsync(cohort)).Select(Says));
    }

    static LateThing Late(string cohort, string what)
    {
        var question = what == LateThing.GoingOn ? Longer.Prefix("G001") : FinalSurveyForm.Form.DecisionPrefix();
        return new(cohort, what) { Given = new(cohort, [question], Closed, Until), Open = [$"{question}P1"] };
    }

    static string Says(MailboxMail mail) =>
        string.Concat(new[] { GoesOn, Survey }.Where(words => mail.Text.Unwrapped().Contains(words, StringComparison.Ordinal)));

    async Task<IEnumerable<MailboxMail>> ToLeadAsync(string cohort)
    {
        var mails = await Task.WhenAll(web.Mails("standstill").Select(mail => web.Get<LocalMailbox>().ReadAsync(mail.FileName)));
        return mails.OfType<MailboxMail>().Where(mail => mail.To[0].Address == $"lead@{cohort}.example");
    }

    async Task<string> CohortAsync()
    {
        var cohort = await web.CohortAsync([.. new[] { "P1", "P2" }
            .Select(id => SampleCohort.Person("", id, $"Person {id}", "DE", Standing.Active) with { GroupId = "G001" })]);
        await web.Get<GroupStore>().TryAddAsync(new()
        {
            CohortId = cohort,
            GroupId = "G001",
            Members = ["P1", "P2"],
            Status = GroupStatus.Active,
            LiaisonId = "liaison",
            FormedAt = web.Clock.Now,
        });
        return cohort;
    }

    Task AskAsync(DecisionRequest question) => web.Get<DecisionLinks>().OpenAsync(question);

    async Task<string> AskLongerAsync(string cohort, string person)
    {
        var circle = await web.Get<LongerCircles>().GetAsync(cohort, "G001");
        var question = circle.Question(circle.Members.Single(member => member.PersonId == person));
        await AskAsync(question);
        return question.DecisionId;
    }

    Task AnswerAsync(string cohort, string decision, string choice) => web.Get<DecisionStore>().UpdateAboutAsync(
        cohort, decision, asked => asked with { AnsweredAt = web.Clock.Now, Version = 1, Choice = choice }, default);
}
