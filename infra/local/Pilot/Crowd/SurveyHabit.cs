namespace Ilnp.Local.Pilot.Crowd;

/// <summary>How participants answer the two surveys: as many, and with such shares, as the behaviour says. Pure.</summary>
sealed class SurveyHabit(Behaviour behaviour, Draw draw)
{
    public IEnumerable<Reply> Mid(IReadOnlyList<Letter> letters, TimeSpan time)
    {
        var answering = Answering(letters, "mid", behaviour.MidSurveyAnswers);
        var noContact = draw.Ranked(answering.Select(letter => letter.To), "mid contact").Take(behaviour.MidSurveyNoContact).ToHashSet();
        var often = Quota.Deal(draw.Ranked(answering.Select(letter => letter.To), "mid often"), behaviour.MidSurveyOften);
        foreach (var letter in answering)
        {
            var talks = !noContact.Contains(letter.To);
            var answers = SurveyWords.Mid(draw, letter, talks, often.GetValueOrDefault(letter.To, "other"));
            yield return new(letter.SentAt + ReplyTime.Within(draw, letter.To, "mid survey", time), letter.To, letter.Forms[0], answers)
            {
                Template = letter.Template,
            };
        }
    }

    public IEnumerable<Reply> Final(IReadOnlyList<Letter> letters, TimeSpan time)
    {
        var answering = Answering(letters, "final", behaviour.FinalSurveyAnswers);
        var people = answering.Select(letter => letter.To).ToList();
        var guided = FirstOf(people, "final guided", behaviour.FinalSurveyGuided);
        var clear = FirstOf(people, "final clear", behaviour.FinalSurveyClear);
        var certificates = FirstOf(people, "final certificate", behaviour.CertificateWishes);
        var satisfaction = Quota.Deal(draw.Ranked(people, "final satisfaction"), behaviour.FinalSurveySatisfaction);
        foreach (var letter in answering)
        {
            var who = letter.To;
            var answers = SurveyWords.Final(
                draw, letter, guided.Contains(who), clear.Contains(who),
                satisfaction.GetValueOrDefault(who, "4"), certificates.Contains(who));
            yield return new(letter.SentAt + ReplyTime.Within(draw, who, "final survey", time), who, letter.Forms[0], answers)
            {
                Template = letter.Template,
            };
        }
    }

    List<Letter> Answering(IReadOnlyList<Letter> letters, string survey, int count)
    {
        var chosen = draw.Ranked(letters.Select(letter => letter.To), $"{survey} survey").Take(count).ToHashSet();
        return [.. letters.Where(letter => chosen.Contains(letter.To))];
    }

    HashSet<string> FirstOf(IEnumerable<string> people, string what, int count) => draw.Ranked(people, what).Take(count).ToHashSet();
}
