using System.CommandLine;

namespace Ilnp.Local.Bench;

/// <summary><c>bench</c>: measurements, one subcommand for each thing measured.</summary>
static class BenchCommand
{
    public static Command Create() => new("bench", "Measures parts of the programme's software.")
    {
        Engine.EngineCommand.Create(),
        Import.IntakeCommand.Create(),
        Import.DuplicatesCommand.Create(),
        Soak.SoakCommand.Create(),
        Mails.MailCommand.Create(),
        Cost.CostCommand.Create(),
    };
}
