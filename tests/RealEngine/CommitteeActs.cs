using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.RealEngine;

/// <summary>A lead who signs in, looks at everything, and wants other pairs.</summary>
sealed class CommitteeActs(Visitor visitor, string cohort)
{
    public async Task AskToSignInAsync(Letter letter, CancellationToken cancellation)
    {
        await visitor.GetAsync("sign-in", cancellation);
        await visitor.PressAsync("sign-in", [("email", letter.To)], cancellation);
    }

    /// <summary>By the mailed link; keeps a wish for the next proposal, and signs out.</summary>
    public async Task LookAroundAsync(Letter letter, CancellationToken cancellation)
    {
        var link = letter.Links.First(link => link.AbsolutePath.StartsWith("/sign-in/", StringComparison.Ordinal)).AbsolutePath;
        await visitor.GetAsync(link, cancellation);
        await visitor.PressAsync(link, [], cancellation);
        foreach (var page in new[] { "", "/groups", "/people", "/matching", "/matching?apart=G002&try=1" })
            await visitor.GetAsync($"cohorts/{cohort}{page}", cancellation);
        await visitor.PressAsync($"cohorts/{cohort}/matching", [("apart", "G002")], cancellation);
        await LookAtSomebodyAsync(cancellation);
        await visitor.PressAsync("sign-out", [], cancellation);
    }

    /// <summary>From the list of cohorts to a person's page, where a note is written.</summary>
    async Task LookAtSomebodyAsync(CancellationToken cancellation)
    {
        await visitor.GetAsync("cohorts", cancellation);
        var people = await visitor.GetAsync($"cohorts/{cohort}/people", cancellation);
        var person = $"cohorts/{cohort}/people/{people.Split($"href=\"/cohorts/{cohort}/people/")[1].Split('"')[0]}";
        foreach (var page in new[] { person, $"{person}/note" }) await visitor.GetAsync(page, cancellation);
        await visitor.PressAsync($"{person}/note", [("note", "Looked at.")], cancellation);
    }

    public async Task ReadMailboxAsync(Letter letter, CancellationToken cancellation)
    {
        foreach (var page in new[] { "", $"/{letter.File}", $"/{letter.File}/html" })
            await visitor.GetAsync($"mailbox{page}", cancellation);
    }
}
