using System.Globalization;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Letters;

/// <summary>Letters about a pause.</summary>
public sealed class PauseActivities(Circles circles, Correspondence correspondence)
{
    /// <summary>The partners hear until when, with the liaison in copy; whoever pauses that it is noted.</summary>
    [Function(nameof(TellPause))]
    public async Task TellPause([ActivityTrigger] PauseLetter pause)
    {
        if (await circles.FindAsync(pause.CohortId, pause.GroupId) is not { } circle || circle.Member(pause.PersonId) is not { } paused)
            return;
        await WriteAsync(circle, paused, pause, "pause-noted", paused);
        foreach (var partner in circle.Others(paused)) await WriteAsync(circle, partner, pause, "partner-pauses", paused);
    }

    /// <summary>A pause is over: whoever took it is asked to write to the partners.</summary>
    [Function(nameof(WelcomeBack))]
    public async Task WelcomeBack([ActivityTrigger] PauseLetter pause)
    {
        if (await circles.FindAsync(pause.CohortId, pause.GroupId) is not { } circle || circle.Member(pause.PersonId) is not { } paused)
            return;
        await WriteAsync(circle, paused, pause, "welcome-back", paused);
    }

    /// <summary>Somebody is back sooner than the partners were told.</summary>
    [Function(nameof(TellBack))]
    public async Task TellBack([ActivityTrigger] PauseLetter pause)
    {
        if (await circles.FindAsync(pause.CohortId, pause.GroupId) is not { } circle || circle.Member(pause.PersonId) is not { } paused)
            return;
        foreach (var partner in circle.Others(paused)) await WriteAsync(circle, partner, pause, "partner-back", paused);
    }

    Task WriteAsync(Circle circle, Person reader, PauseLetter pause, string template, Person paused)
    {
        var until = new DateTimeOffset(pause.Until, TimeSpan.Zero);
        var key = $"{pause.GroupId}-{template}-{pause.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return correspondence.WriteAsync(reader, new("care", key, template)
        {
            Liaison = circle.Liaison,
            CopyLiaison = template is "partner-pauses" or "partner-back",
            Model = new Dictionary<string, object?>
            {
                ["paused"] = paused.Name,
                ["partners"] = circle.Partners(reader),
                ["until_date"] = DateText.Day(until, circle.Settings, reader.MailLanguage),
            },
        });
    }
}
