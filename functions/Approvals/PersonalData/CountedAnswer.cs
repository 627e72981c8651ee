using Ilnp.Forms;

namespace Ilnp.Approvals.PersonalData;

/// <summary>What is left of an answer when whoever gave it is erased. Pure.</summary>
static class CountedAnswer
{
    /// <summary>The ticks of a form that is only collected, as nobody's; null for questions whose answer has done its work, and for what was not answered.</summary>
    /// <param name="decision">Of somebody who is erased.</param>
    /// <param name="form">Its form.</param>
    /// <param name="nobody">A random id.</param>
    public static Decision? Of(Decision decision, Form form, string nobody)
    {
        if (form.Decides is not null || decision.Answers is not { } answers) return null;
        var counted = form.Questions.Where(question => question is ChoiceQuestion or ScaleQuestion).Select(question => question.Key).ToHashSet();
        var ticks = answers.Where(answer => counted.Contains(answer.Key)).ToDictionary();
        if (ticks.Count == 0) return null;
        var closes = decision.Request.ClosesAt;
        return new()
        {
            Request = new() { CohortId = decision.CohortId, DecisionId = form.DecisionId(nobody), Form = form.Name, SubjectId = nobody, ClosesAt = closes, Receipt = false },
            Link = new(0, "", closes, ""),
            OpenedAt = closes,
            Answers = ticks,
            AnsweredAt = closes,
            Version = 1,
        };
    }
}
