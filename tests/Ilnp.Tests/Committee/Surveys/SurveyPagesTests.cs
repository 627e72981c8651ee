using System.Net;
using Ilnp.Approvals;
using Ilnp.Surveys;
using Ilnp.Tests.Committee.Meetings;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Surveys;

/// <summary>What the committee sees of the surveys while answers come in.</summary>
public sealed class SurveyPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    static readonly (string, string)[] Mid =
        [("q2", "yes"), ("q4", "yes"), ("q5", "weekly"), ("q6", "email"), ("q7", "yes"), ("q8", "yes")];
    static readonly (string, string)[] Final = [("q1", "yes"), ("q2", "yes"), ("q3", "I met a friend."), ("q7", "5"), ("q8", "yes")];

    [Fact]
    public async Task GivenOneAnswerOfTwo_WhenALeadLooks_ThenSharesHaveTheirNumberAndWordsTheConsentOfTheirAuthor()
    {
        var cohort = await AnsweredAsync("anonymous");

        var page = await PageAsync(cohort, "ana");

        foreach (var words in new[]
        {
            "<bdi>1</bdi> of <bdi>2</bdi> have answered", "100", "n = <bdi>1</bdi>", "I met a friend.", "may be quoted without the name",
        })
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenSomebodyWhoMayNotBeQuoted_WhenALeadLooks_ThenTheWordsAreThereAndSaySo()
    {
        var cohort = await AnsweredAsync("no");
        Assert.Contains("must not be quoted", await PageAsync(cohort, "ana"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenALiaison_WhenTheyLook_ThenTheyReadSharesAndNobodysWords()
    {
        var cohort = await AnsweredAsync("yes");
        var page = await PageAsync(cohort, "cem");
        Assert.Contains("n = <bdi>1</bdi>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("I met a friend.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenNoSurvey_WhenSomebodyLooks_ThenThePageSaysSo() =>
        Assert.Contains("Nobody was asked yet", await PageAsync(await MeetingPagesTests.StartAsync(web), "ana"), StringComparison.Ordinal);

    async Task<string> PageAsync(string cohort, string member)
    {
        var (status, html) = await CommitteeVisit.GetAsync(
            web, $"/cohorts/{cohort}/surveys", await CommitteeVisit.SignInAsync(web, cohort, member));
        Assert.Equal(HttpStatusCode.OK, status);
        return html;
    }

    /// <summary>Both people are asked both surveys, and one of them answers.</summary>
    async Task<string> AnsweredAsync(string consent)
    {
        var cohort = await MeetingPagesTests.StartAsync(web);
        await AnswerAsync(cohort, SurveyKind.Mid, [.. Mid, ("q10", "yes")]);
        await AnswerAsync(cohort, SurveyKind.Final, [.. Final, ("q10", consent)]);
        return cohort;
    }

    async Task AnswerAsync(string cohort, SurveyKind kind, IEnumerable<(string Question, string Value)> answers)
    {
        var form = kind.Form();
        DecisionRequest Question(string person) => form.Question(cohort, person, web.Clock.Now.AddDays(14).UtcDateTime, person);
        await web.Get<DecisionLinks>().OpenAsync(Question("P2"));
        var link = await web.Get<DecisionLinks>().OpenAsync(Question("P1"));
        using var said = await web.Client.PostAsync(
            link.PathAndQuery, new FormUrlEncodedContent(answers.Select(answer => KeyValuePair.Create(answer.Question, answer.Value))));
        Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
    }
}
