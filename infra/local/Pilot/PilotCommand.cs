using System.CommandLine;
using Ilnp.Local.Running;

namespace Ilnp.Local.Pilot;

/// <summary><c>pilot</c>: a whole cohort on simulated time, with a crowd that applies and answers.</summary>
static class PilotCommand
{
    static readonly Option<FileInfo> Applications = new("--applications")
    {
        Description = "A form provider's CSV export; an invented one of the pilot's size is the default.",
        DefaultValueFactory = _ => new FileInfo(ProjectFolder.Sample("applications-2020-google-forms.csv")),
    };

    static readonly Option<FileInfo> Settings = new("--settings")
    {
        Description = "The cohort's settings; those of the pilot are the default.",
        DefaultValueFactory = _ => new FileInfo(ProjectFolder.Sample("cohort-2020.json")),
    };

    static readonly Option<int> Seed = new("--seed") { Description = "Another number, another crowd.", DefaultValueFactory = _ => 2020 };

    static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Where results are written; those of a run before are replaced.",
        DefaultValueFactory = _ => new DirectoryInfo("out"),
    };

    static readonly Option<bool> Exit = new("--exit")
    {
        Description = "Ends when the cohort has; otherwise its pages stay up until Ctrl-C.",
    };

    static readonly Option<int> Port = new("--port") { Description = "The port of pages and webhooks.", DefaultValueFactory = _ => 7071 };

    static readonly Option<bool> Keep = new("--keep")
    {
        Description =
            "Writes tables and blobs to .state in the folder of results, to be looked at afterwards; otherwise they are in memory.",
    };

    public static Command Create()
    {
        var command = new Command("pilot", "Plays a whole cohort in a minute: applications, pairs, mails, surveys, certificates, report.")
        {
            Applications, Settings, Seed, Out, Exit, Port, Keep,
        };
        command.SetAction((arguments, cancellation) => PlainWords.RunAsync(() => RunAsync(Read(arguments), cancellation), cancellation));
        return command;
    }

    static PilotOptions Read(ParseResult arguments) => new(
        arguments.GetRequiredValue(Applications).FullName,
        arguments.GetRequiredValue(Settings).FullName,
        arguments.GetRequiredValue(Seed),
        new RunFolder(arguments.GetRequiredValue(Out).FullName),
        arguments.GetValue(Exit),
        arguments.GetRequiredValue(Port),
        arguments.GetValue(Keep));

    static async Task<int> RunAsync(PilotOptions options, CancellationToken cancellation)
    {
        ParentWatch.Begin();
        return await new PilotRun(options).RunAsync(cancellation) ? 0 : 1;
    }
}
