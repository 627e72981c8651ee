using System.CommandLine;
using Ilnp.Local.Bench;
using Ilnp.Local.Match;

namespace Ilnp.Local;

/// <summary>The local command line: one folder per command, one line each here.</summary>
static class Commands
{
    public static RootCommand Root() => new("Runs the programme on this machine.")
    {
        Host.HostCommand.Create(),
        Pilot.PilotCommand.Create(),
        BenchCommand.Create(),
        MatchCommand.Create(),
        Texts.TextsCommand.Create(),
        Backup.BackupCommand.Backup(),
        Backup.BackupCommand.Restore(),
    };
}
