using Ilnp.Local.Running;

namespace Ilnp.Local.Pilot;

/// <summary>What the command line says of a pilot run.</summary>
/// <param name="ApplicationsFile">A form provider's CSV export.</param>
/// <param name="SettingsFile">The cohort's settings.</param>
/// <param name="Seed">Of the crowd's behaviour.</param>
/// <param name="Out">Where results and the run's state go.</param>
/// <param name="Exit">Ends with the cohort.</param>
/// <param name="Port">Of pages and webhooks.</param>
/// <param name="Keep">Tables and blobs are written to disk.</param>
sealed record PilotOptions(string ApplicationsFile, string SettingsFile, int Seed, RunFolder Out, bool Exit, int Port, bool Keep = false);
