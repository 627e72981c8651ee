using System.Data;
using Ilnp.Reports;
using Ilnp.Surveys;

namespace Ilnp.Tests.Reports;

/// <summary>
/// Each survey's consent governs its own words, and no others, wherever they might stand: every combination of what somebody said in the
/// two surveys, in the report and its workbook.
/// </summary>
public sealed class SurveyConsentTests
{
    const string InTheMiddle = "Half way: a good start.", AtTheEnd = "At the end: a friend.";
    const string Given = "Zoë of the survey", Applied = "Zoë <b>Muñoz</b>", Withheld = "(not to be shared)";

    /// <summary>What was said in the middle and at the end; null for whoever was not asked it, or did not answer the survey.</summary>
    [Theory]
    [InlineData("yes", "yes", Given, Applied)]
    [InlineData("yes", "anonymous", Given, "")]
    [InlineData("yes", "no", Given, null)]
    [InlineData("yes", null, Given, null)]
    [InlineData("anonymous", "yes", "", Applied)]
    [InlineData("anonymous", "anonymous", "", "")]
    [InlineData("anonymous", "no", "", null)]
    [InlineData("anonymous", null, "", null)]
    [InlineData("no", "yes", null, Applied)]
    [InlineData("no", "anonymous", null, "")]
    [InlineData("no", "no", null, null)]
    [InlineData("no", null, null, null)]
    [InlineData(null, "yes", null, Applied)]
    [InlineData(null, "anonymous", null, "")]
    [InlineData(null, "no", null, null)]
    [InlineData(null, null, null, null)]
    public void GivenWhatSomebodySaidInEachSurvey_WhenTheirWordsAreLookedFor_ThenEachStandsByItsOwnConsentOnly(
        string? mid, string? final, string? nameInTheMiddle, string? nameAtTheEnd)
    {
        var facts = SampleCohort.Pilot() with
        {
            MidSurvey = new(1, [Reply(mid, (MidSurveyForm.Comment, InTheMiddle), ("q11-name", Given))]),
            FinalSurvey = new(1, [Reply(final, ("q3", AtTheEnd), ("q9-name", "For the certificate"))]),
        };
        var texts = SampleCohort.Texts;

        var quoted = CommentRules.Quotable(facts, texts).Select(comment => (comment.Text, comment.By ?? "")).ToList();
        Assert.Equal(
            new[] { (InTheMiddle, nameInTheMiddle), (AtTheEnd, nameAtTheEnd) }
                .Where(words => words.Item2 is not null).Select(words => (words.Item1, words.Item2!)),
            quoted);
        AssertRow(WorkbookAnswers.Mid(facts, texts), InTheMiddle, nameInTheMiddle);
        AssertRow(WorkbookAnswers.Final(facts, texts), AtTheEnd, nameAtTheEnd);
    }

    /// <summary>One row of the words or of none, under the name or under none.</summary>
    static void AssertRow(DataTable sheet, string words, string? name)
    {
        var cells = Assert.Single(sheet.Rows.Cast<DataRow>()).ItemArray;
        Assert.Equal(name is not null, cells.Contains(words));
        Assert.Equal(name is null, cells.Contains(Withheld));
        Assert.Equal(string.IsNullOrEmpty(name) ? (object)DBNull.Value : name, cells[1]);
        Assert.DoesNotContain("For the certificate", cells);
    }

    static SurveyReply Reply(string? consent, params (string Question, string Value)[] words) => new(
        "P0000",
        words.Concat(consent is null ? [] : [(SurveyConsent.Key, consent)])
            .ToDictionary(answer => answer.Question, answer => (IReadOnlyList<string>)[answer.Value]));
}
