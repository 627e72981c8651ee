namespace Ilnp.Local.Pilot.Crowd;

/// <summary>People answer the pages that their mails lead to.</summary>
sealed class Answering(
    Agenda agenda, LetterReader reader, Browser browser, Behaviour behaviour, Draw draw, Journal journal, CrowdCounts counts)
{
    /// <summary>How long somebody lets pass whom a page asked to come again in a minute.</summary>
    static readonly TimeSpan Again = TimeSpan.FromMinutes(3);

    /// <summary>At the moment of the reply.</summary>
    public void Plan(Reply reply, CancellationToken cancellation) =>
        agenda.Add(reply.At, reply.Who, () => AnswerAsync(reply, cancellation));

    async Task AnswerAsync(Reply reply, CancellationToken cancellation)
    {
        var presses = draw.Chance(behaviour.DoublePresses, reply.Who, $"press {reply.At:yyyy-MM-dd}") ? 2 : 1;
        var pressed = await browser.AnswerAsync(reply, presses, cancellation);
        journal.Note(
            reply.At,
            string.Join(", ", reply.Answers.Take(2).Select(answer => $"{answer.Key}={answer.Value[0]}")),
            reply.Who,
            pressed.ToString());
        if (pressed is Pressed.Taken) counts.Answered();
        if (pressed is Pressed.Away) Plan(reply with { At = reply.At + Again }, cancellation);
        if (pressed is Pressed.NotShown && !await reader.HasMailToAsync(reply.Who, cancellation)) return;
        if (pressed is Pressed.Refused or Pressed.OtherQuestions or Pressed.NotShown)
            throw new InvalidOperationException(
                $"The page of a mailed link could not be answered ({pressed}): {reply.Link}, {string.Join(", ", reply.Answers.Keys)}.");
    }
}
