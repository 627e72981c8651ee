using Ilnp.Forms;

namespace Ilnp.Approvals.PersonalData;

/// <summary>What is left of an answer when whoever gave it is erased. Pure.</summary>
static class CountedAnswer
{
    /// <summary>
    /// That a form which is only collected was sent, whether it was answered, and its ticks, as nobody's; null for
    /// questions whose answer has done its work.
    /// </summary>
    /// <param name="decision">Of somebody who is erased.</param>
    /// <param name="form">Its form.</param>
    /// <param name="nobody">A random id.</param>
    public static Decision? Of(Decision decision, Form form, string nobody)
    {
        if (form.Decides is not null) return null;
        var closes = decision.Request.ClosesAt;
        var counted = form.Questions.Where(question => question is ChoiceQuestion or ScaleQuestion)
            .Select(question => question.Key).ToHashSet();
        return new()
        {
            Request = new()
            {
                CohortId = decision.CohortId,
                DecisionId = form.DecisionId(nobody),
                Form = form.Name,
                SubjectId = nobody,
                ClosesAt = closes,
                Receipt = false,
            },
            Link = new(0, "", closes, ""),
            OpenedAt = closes,
            Answers = decision.Answers?.Where(answer => counted.Contains(answer.Key)).ToDictionary(),
            AnsweredAt = decision.Answers is null ? null : closes,
            Version = decision.Answers is null ? 0 : 1,
        };
    }
}
