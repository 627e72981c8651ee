using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.RealEngine;

/// <summary>Fills the form behind a mail's first link, as a person does.</summary>
sealed class Answering(Browser browser)
{
    /// <exception cref="InvalidOperationException">The answer was not taken.</exception>
    public async Task AnswerAsync(Letter letter, (string, string)[] answers, CancellationToken cancellation)
    {
        var pressed = await browser.AnswerAsync(Reply.Choosing(letter, TimeSpan.Zero, answers), 1, cancellation);
        if (pressed != Pressed.Taken) throw new InvalidOperationException($"{letter.Template} could not be answered: {pressed}.");
    }
}
