using Ilnp.Local.Pilot.Applications;
using Ilnp.Local.Running;
using Ilnp.Programme;

namespace Ilnp.Local.Pilot;

/// <summary>What a run goes by, read and checked before anything starts.</summary>
/// <param name="Settings">The cohort's.</param>
/// <param name="Rows">The applications, in the file's order.</param>
sealed record PilotInput(CohortSettings Settings, IReadOnlyList<ApplicationRow> Rows)
{
    /// <exception cref="LocalProblem">A file is missing or wrong; the message lists everything that is.</exception>
    public static PilotInput Read(PilotOptions options)
    {
        var settings = ReadSettings(options.SettingsFile);
        var rows = ApplicationsFile.Read(options.ApplicationsFile, settings);
        return new(settings, rows);
    }

    /// <summary>The simulated clock of a new run begins an hour before anything happens, UTC.</summary>
    public DateTimeOffset Begin
    {
        get
        {
            DateTimeOffset announce = new(new ProgrammeCalendar(Settings).Announce, TimeSpan.Zero);
            var first = Rows.Min(row => row.SentAt);
            return (announce < first ? announce : first).AddHours(-1);
        }
    }

    static CohortSettings ReadSettings(string path)
    {
        var parsed = AppParts.SettingsFile.Parse(GivenFile.ReadText(path, "The cohort's settings", "--settings"));
        return parsed.Settings ?? throw new LocalProblem(
            string.Join(
                Environment.NewLine, [$"The settings in {path} cannot be used:", .. parsed.Problems.Select(problem => $"- {problem}")]));
    }
}
