using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Operations.Retention;
using Ilnp.Programme;

namespace Ilnp.Local.Bench.Soak;

/// <summary>The cohorts of a soak.</summary>
/// <param name="Years">Of two cohorts each.</param>
/// <param name="People">Who apply to each.</param>
/// <param name="Seed">Of the crowd's behaviour.</param>
sealed record SoakPlan(int Years, int People, int Seed)
{
    const int Weeks = 26;

    /// <summary>As short as settings allow, so that most cohorts' time is over within the run.</summary>
    const int KeepDays = 90;

    /// <summary>The crowd of a cohort of some pairs.</summary>
    public static Behaviour Crowd { get; } = new()
    {
        SilentPartners = 2,
        Leavers = 1,
        Unhappy = 1,
        Pausing = 1,
        MidSurveyAnswers = 12,
        FinalSurveyAnswers = 12,
        CertificateWishes = 9,
    };

    public int Cohorts => 2 * Years;

    /// <summary>
    /// Spring and autumn have each their own people, a third of whom come to both; each spring has those of the spring before, so that
    /// cohorts of one season can be compared.
    /// </summary>
    /// <exception cref="LocalProblem">The sample has fewer people, or the numbers are none.</exception>
    public IReadOnlyList<PilotInput> Read()
    {
        var pilot = PilotInput.Read(new(
            ProjectFolder.Sample("applications-2020-google-forms.csv"),
            ProjectFolder.Sample("cohort-2020.json"), Seed, new RunFolder("."), Exit: true, Port: 0));
        var autumn = People * 2 / 3;
        if (Years < 1 || People < 30 || autumn + People > pilot.Rows.Count)
            throw new LocalProblem($"A soak takes a year at least, and 30 to {pilot.Rows.Count * 3 / 5} people.");
        return [.. Enumerable.Range(0, Cohorts).Select(at => Shifted(pilot, at, at % 2 == 0 ? 0 : autumn))];
    }

    PilotInput Shifted(PilotInput pilot, int at, int first)
    {
        var later = TimeSpan.FromDays(7 * Weeks * at);
        var settings = pilot.Settings.With(new PrivacySettings { KeepDays = KeepDays }) with
        {
            Id = $"soak-{at + 1}",
            Name = $"Measured cohort {at + 1}",
            CapacityPairs = People / 6,
            Dates = Shifted(pilot.Settings.Dates, later.Days),
            Availability = pilot.Settings.Availability with { ReservePairs = People / 12 },
        };
        // A row says itself when it was sent; here the service says it.
        var rows = pilot.Rows.Skip(first).Take(People)
            .Select(row =>
                row with { SentAt = row.SentAt + later, Answers = [.. row.Answers.Where(answer => answer.Question != "Timestamp")] });
        return new(settings, [.. rows]);
    }

    /// <summary>Over before the next begins.</summary>
    static CohortDates Shifted(CohortDates dates, int days) => new()
    {
        Announce = dates.Announce.AddDays(days),
        ApplicationsClose = dates.ApplicationsClose.AddDays(days),
        AskAvailability = dates.AskAvailability.AddDays(days),
        AvailabilityCloses = dates.AvailabilityCloses.AddDays(days),
        Introduce = dates.Introduce.AddDays(days),
        MidSurvey = dates.Introduce.AddDays(days).AddMonths(1),
        Months = 3,
    };
}
