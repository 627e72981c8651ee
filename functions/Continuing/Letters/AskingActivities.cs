using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Continuing.Letters;

/// <summary>A group that does not go on.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="GroupId">The group.</param>
/// <param name="GoneId">Who goes for good, and is not written to any more; null for nobody.</param>
public sealed record NotLonger(string CohortId, string GroupId, string? GoneId = null);

/// <summary>Asks the members of a group whether they would like to go on, once and with one reminder: nobody is pressed.</summary>
public sealed class AskingActivities(LongerCircles circles, Approvals.Questions questions, Correspondence correspondence)
{
    public const string Step = "longer";

    /// <summary>Everybody who has not answered; nobody when one of them has said no.</summary>
    [Function(nameof(AskLonger))]
    public Task AskLonger([ActivityTrigger] GroupRef reference) => AskAsync(reference, isAgain: false);

    /// <inheritdoc cref="AskLonger"/>
    [Function(nameof(RemindLonger))]
    public Task RemindLonger([ActivityTrigger] GroupRef reference) => AskAsync(reference, isAgain: true);

    async Task AskAsync(GroupRef reference, bool isAgain)
    {
        var circle = await circles.GetAsync(reference.CohortId, reference.GroupId);
        if (circle.Consent != Consent.Open) return;
        foreach (var member in circle.Members.Where(member => circle.SaidBy(member) is null))
            await questions.AskAsync(circle.Question(member), member, Letter(circle, member, isAgain));
    }

    static Letter Letter(LongerCircle circle, Person member, bool isAgain)
    {
        var (group, willing) = (circle.Group, circle.Willing);
        return new(Step, $"{group.GroupId}-{(isAgain ? "reminder" : "ask")}", "longer-ask")
        {
            Liaison = circle.Liaison,
            Thread = group.GroupId,
            Model = new Dictionary<string, object?>
            {
                ["asking"] = willing.Count == 0 ? null : People.Names(willing, member.MailLanguage),
                ["partners"] = circle.Partners(member),
                ["months"] = circle.Settings.Of<ContinuingSettings>().GoOnMonths,
                ["close_date"] = DateText.LastDay(new(circle.Dates!.Closes, TimeSpan.Zero), circle.Settings, member),
                ["again"] = isAgain,
            },
        };
    }

    /// <summary>
    /// Whoever said yes hears that the programme ends as planned: once, whether somebody rather ends
    /// with it or has not answered, and not who.
    /// </summary>
    [Function(nameof(TellNotLonger))]
    public async Task TellNotLonger([ActivityTrigger] NotLonger not)
    {
        var circle = await circles.GetAsync(not.CohortId, not.GroupId);
        if (circle.Consent is not (Consent.Open or Consent.Refused)) return;
        foreach (var member in circle.Willing.Where(member => member.PersonId != not.GoneId))
            await correspondence.WriteAsync(member, new(Step, $"{circle.Group.GroupId}-not", "longer-not")
            {
                Liaison = circle.Liaison,
                Thread = circle.Group.GroupId,
                Model = new Dictionary<string, object?> { ["partners"] = circle.Partners(member) },
            });
    }
}
