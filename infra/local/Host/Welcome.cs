using FunctionsHost;
using FunctionsHost.Settings;
using Ilnp.Committee.Drafts;
using Ilnp.Committee.SignIn;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Mail.Senders;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Local.Host;

/// <summary>The first words of <c>host</c>: where everything is, and what can be done next.</summary>
static class Welcome
{
    public static async Task WriteAsync(LocalApp app, LocalRun run, CancellationToken cancellation)
    {
        Console.WriteLine(
            $"The app runs. Ctrl-C ends it; {(run.Storage is null ? "everything is" : "keys and local mail are")} kept in "
                + $"{run.Folder.Root} for the next start.");
        Console.WriteLine();
        Line("Start page", app.Address);
        Line("Committee", new Uri(app.Address, "sign-in"));
        Line("Function key", run.Secrets.FunctionKey);
        Line("Mail", MailOf(app, run));
        // The stores of a published app are its own: which cohorts it has is not seen from here.
        var cohorts = run.App is FunctionsApp.InProcess ? await app.Get<CohortStore>().ListAsync(cancellation) : [];
        foreach (var cohort in cohorts) SignIn(cohort, app.Get<SignInLinks>());
        Console.WriteLine();
        if (cohorts.Count == 0) await HowToStartAsync(app, run, cancellation);
        else if (run.Storage is null) HowToStore(run);
    }

    static string MailOf(LocalApp app, LocalRun run) =>
        run.App is FunctionsApp.InProcess && app.Get<IOptions<MailOptions>>().Value is { Sender: not MailSenders.Mailbox } sent
            ? $"goes out by {sent.Sender}, from {sent.From.Essential} and {sent.From.Optional}"
            : $"{run.Mailbox(app.Address)} instead of being sent; the address opens everybody's, so keep it to yourself";

    static void SignIn(CohortSettings cohort, SignInLinks links)
    {
        var lead = cohort.Leads.First();
        Line("Cohort", cohort.Name);
        Line("", $"{lead.Name} signs in once at {links.Address(cohort.Id, lead, $"/cohorts/{cohort.Id}")}");
    }

    static async Task HowToStartAsync(LocalApp app, LocalRun run, CancellationToken cancellation)
    {
        if (run.App is FunctionsApp.InProcess)
        {
            Console.WriteLine("No cohort was started yet. Prepare the first one in a form; this link opens it once:");
            Console.WriteLine($"  {await app.Get<FirstDraft>().LinkAsync(cancellation)}");
            Console.WriteLine("Or start one by a settings file (the README says how to write it), now or with host --cohort cohort.json:");
        }
        else
        {
            Console.WriteLine("A first cohort is prepared in a form, which the answer to this opens:");
            Console.WriteLine($"  curl -X POST \"{app.Address}first-cohort?code={run.Secrets.FunctionKey}\"");
            Console.WriteLine("Or it is started by a settings file (the README says how to write it):");
        }

        Console.WriteLine($"  curl -X POST \"{app.Address}cohorts?code={run.Secrets.FunctionKey}\" --data-binary @cohort.json");
    }

    static void HowToStore(LocalRun run)
    {
        Console.WriteLine(
            $"Everything is kept by Azurite, an emulator, on this disk alone: {run.Folder.Azurite}. For a real cohort, a storage "
                + "account costs cents a month:");
        Console.WriteLine(
            $"  export {HostSettings.Storage}='<connection string of the storage account>'   # then start host "
                + "again; it begins empty there");
    }

    static void Line(string what, object where) => Console.WriteLine($"  {what,-13} {where}");
}
