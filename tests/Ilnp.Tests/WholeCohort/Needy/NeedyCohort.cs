using Ilnp.Approvals;
using Ilnp.Care;
using Ilnp.Care.Questions;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Pilot.Results;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Ilnp.Tests.WholeCohort.Outages;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.WholeCohort.Needy;

/// <summary>
/// What came of a cohort in which care has much to do: a fifth of those who are introduced answer nothing, and of the others many do not
/// get on, report something, pause or leave. On its waiting list there are others.
/// </summary>
sealed record NeedyCohort
{
    const int Pairs = 20, Applicants = 140;

    static readonly Behaviour Crowd = new()
    {
        SilentPartners = 2 * Pairs / 5,
        Leavers = 2,
        Unhappy = 3,
        Troubled = 2,
        Pausing = 1,
        MidSurveyAnswers = 20,
        FinalSurveyAnswers = 20,
        CertificateWishes = 15,
    };

    public static PilotInput Input { get; } = Read();

    public static ProgrammeCalendar Calendar { get; } = new(Input.Settings);

    public required CohortRecords Records { get; init; }

    public required IReadOnlyList<MailboxMail> Mails { get; init; }

    public required IReadOnlyList<LedgerEntry> Ledger { get; init; }

    /// <summary>When storage was asked.</summary>
    public required IReadOnlyList<DateTimeOffset> Asked { get; init; }

    /// <summary>Ids of orchestrations that did not complete.</summary>
    public required IReadOnlyList<string> Stopped { get; init; }

    /// <summary>From somebody's first word that nothing comes to their new partner.</summary>
    public SilenceFigures AfterSilence => CareFigures.AfterSilence(
        Records.Groups, Records.Decisions,
        Records.People.Values.Where(person => person.Standing == Standing.Left).Select(person => person.PersonId).ToHashSet());

    /// <summary>Pulses whose last answer asks for help in one of these ways.</summary>
    public IEnumerable<Decision> Asking(params string[] help) =>
        Records.Decisions.Where(decision => decision.Request.Form == Pulse.Form && help.Contains(decision.Choice));

    public Group GroupOf(Decision pulse) => Records.Groups.Single(group => group.GroupId == Pulse.GroupOf(pulse.DecisionId));

    /// <param name="seed">Of people's behaviour.</param>
    /// <param name="planned">When all that is under way is cut short, and nothing can be done for a minute.</param>
    public static async Task<NeedyCohort> PlayAsync(int seed, IReadOnlyList<Outage> planned)
    {
        await using var stage = await SmallStage.OpenAsync(Input, crowd: Crowd, seed: seed);
        var outages = new Outages.Outages(stage.Clock, stage.Storage, StorageFault.ConnectionLost, planned);
        await CohortPlay.PlayAsync(stage.App, stage.Clock, Input.Settings, stage.Town, default);
        outages.Stop();
        Assert.Equal(0, outages.Left);
        return new()
        {
            Records = await CohortRecords.LoadAsync(stage.App, Input.Settings, default),
            Mails = await FinishedCohort.MailsAsync(stage.Folder.Root),
            Ledger = await stage.App.Get<MailLedger>().ListAsync(Input.Settings.Id),
            Asked = outages.Asked,
            Stopped = await StoppedAsync(stage.App),
        };
    }

    static async Task<IReadOnlyList<string>> StoppedAsync(LocalApp app)
    {
        var stopped = new List<string>();
        await foreach (var instance in app.Orchestrations.GetAllInstancesAsync())
            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
                stopped.Add($"{instance.InstanceId} {instance.RuntimeStatus}");
        return stopped;
    }

    static PilotInput Read()
    {
        var pilot = PilotInput.Read(new(
            ProjectFolder.Sample("applications-2020-google-forms.csv"),
            ProjectFolder.Sample("cohort-2020.json"), SmallStage.Seed, new RunFolder("."), Exit: true, Port: 0));
        var settings = pilot.Settings with
        {
            CapacityPairs = Pairs,
            Dates = pilot.Settings.Dates with { Months = 3, MidSurvey = pilot.Settings.Dates.Introduce.AddMonths(1) },
            Availability = pilot.Settings.Availability with { ReservePairs = 4 },
        };
        return new(settings, [.. pilot.Rows.Take(Applicants)]);
    }
}
