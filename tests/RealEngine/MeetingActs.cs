using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.RealEngine;

/// <summary>A lead who invites everybody to a meeting, looks at what the surveys say, and calls the meeting off a day later.</summary>
sealed class MeetingActs(CommitteeActs committee, Visitor visitor, string cohort)
{
    /// <param name="letter">With the link to sign in.</param>
    /// <param name="day">Of the meeting.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task InviteAsync(Letter letter, DateOnly day, CancellationToken cancellation)
    {
        await committee.SignInAsync(letter, cancellation);
        await visitor.GetAsync($"cohorts/{cohort}/surveys", cancellation);
        await committee.PressAtAsync(
            $"cohorts/{cohort}/meeting",
            [("day", $"{day:yyyy-MM-dd}"), ("minutes", "60"), ("link", "https://meet.example/all"), ("sure", "yes")],
            cancellation);
        await visitor.PressAsync("sign-out", [], cancellation);
    }

    public async Task CallOffAsync(Letter letter, CancellationToken cancellation)
    {
        await committee.SignInAsync(letter, cancellation);
        await committee.PressAtAsync($"cohorts/{cohort}/meeting", [("off", "yes")], cancellation);
        await visitor.PressAsync("sign-out", [], cancellation);
    }
}
