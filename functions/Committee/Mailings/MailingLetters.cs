using System.Globalization;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Mailings;

/// <summary>Tells the leads of a mailing before and after, each once: the ledger has the key. One that moves is told of again.</summary>
public sealed class MailingLetters(
    Correspondence correspondence, TextShelf texts, IOptions<WebOptions> web, ILogger<MailingLetters> logger)
{
    const string Step = "mailing";

    internal Task TellAheadAsync(CohortSettings cohort, DryRun run, HoldState state, CancellationToken cancellation) => TellAsync(
        cohort,
        run.Mailing,
        string.Create(CultureInfo.InvariantCulture, $"ahead-{run.Mailing.Name}-{run.Mailing.At:yyyyMMdd}"),
        "mailing-ahead",
        lead => new()
        {
            ["moment"] = DateText.At(new(run.Mailing.At, TimeSpan.Zero), cohort, lead.Language),
            ["people"] = run.People,
            ["languages"] = Languages(run, lead.Language),
            ["unreached"] = run.Unreached.Count,
            ["waits"] = state.Waits,
            ["falls_away"] = state.FallsAway,
            ["last"] = DateText.At(state.Last, cohort, lead.Language),
        },
        cancellation);

    /// <summary>Of one whose turn has come: once a day while it waits.</summary>
    internal Task TellWaitsAsync(CohortSettings cohort, HoldState state, DateOnly day, CancellationToken cancellation) => TellAsync(
        cohort,
        state.Mailing,
        string.Create(CultureInfo.InvariantCulture, $"waits-{state.Mailing.Name}-{day:yyyyMMdd}"),
        "mailing-waits",
        lead => new()
        {
            ["moment"] = DateText.At(new(state.Hold!.Since!.Value, TimeSpan.Zero), cohort, lead.Language),
            ["is_held"] = state.IsHeld,
            ["by"] = state.Hold.MemberId is { } member ? cohort.MemberName(member) : "",
            ["falls_away"] = state.FallsAway,
            ["last"] = DateText.At(state.Last, cohort, lead.Language),
        },
        cancellation);

    internal Task TellDoneAsync(CohortSettings cohort, MailingReceipt receipt, CancellationToken cancellation) => TellAsync(
        cohort,
        receipt.Mailing,
        $"done-{receipt.Mailing.Name}",
        "mailing-done",
        lead => new()
        {
            ["moment"] = DateText.At(receipt.Begun, cohort, lead.Language),
            ["mails"] = receipt.Mails,
            ["unreached"] = receipt.Unreached.Count,
            ["asked"] = receipt.Asked,
            ["silent"] = receipt.Silent?.Count ?? 0,
        },
        cancellation);

    async Task TellAsync(
        CohortSettings cohort, Mailing mailing, string occurrence, string template,
        Func<CommitteeMember, Dictionary<string, object?>> model, CancellationToken cancellation)
    {
        foreach (var lead in cohort.Leads)
        {
            var letter = new Letter(Step, occurrence, template)
            {
                Model = new Dictionary<string, object?>(model(lead))
                {
                    ["what"] = MailingWords.Name(texts.In(lead.Language), mailing),
                    ["url"] = new Uri(web.Value.BaseAddress, $"{MailingPages.PathOf(cohort.Id)[1..]}/{mailing.Name}"),
                },
            };
            try
            {
                await correspondence.WriteAsync(cohort.Id, lead, letter, cancellation);
            }
            catch (TransientFailure e)
            {
                logger.LogWarning(e, "The mail on {Mailing} of {Cohort} could not be sent; it is tried again.", mailing.Name, cohort.Id);
            }
        }
    }

    static string Languages(DryRun run, string language) => Locale.Of(language).List([.. run.Languages.Select(one =>
        string.Create(CultureInfo.InvariantCulture, $"{Words.Language(one.Language, language)} {one.Count}"))]);
}
