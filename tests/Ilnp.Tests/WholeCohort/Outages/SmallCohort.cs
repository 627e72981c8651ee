using System.Text.Json;
using Ilnp.Certificates;
using Ilnp.Local.Pilot;
using Ilnp.Local.Pilot.Results;
using Ilnp.Local.Running;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;
using UglyToad.PdfPig;

namespace Ilnp.Tests.WholeCohort.Outages;

/// <summary>What came of a cohort of a few people, from their applications to the report.</summary>
sealed record SmallCohort
{
    public required OrchestrationRuntimeStatus Status { get; init; }

    /// <summary>Ids of orchestrations that did not complete.</summary>
    public required IReadOnlyList<string> Stopped { get; init; }

    /// <summary>Everybody's groups, with all that is known of them but the moments.</summary>
    public required IReadOnlyList<string> Pairs { get; init; }

    /// <summary>People, with the print of their file.</summary>
    public required IReadOnlyList<string> Certificates { get; init; }

    /// <summary>Kind, reader, copies and subject of each.</summary>
    public required IReadOnlyList<string> Mails { get; init; }

    /// <summary>When storage was asked.</summary>
    public required IReadOnlyList<DateTimeOffset> Asked { get; init; }

    /// <summary>What the crowd did: when, what, and what came of it.</summary>
    public required IReadOnlyList<(DateTimeOffset At, string Act, string Outcome)> Journal { get; init; }

    /// <param name="fault">How storage fails.</param>
    /// <param name="planned">When.</param>
    public static async Task<SmallCohort> PlayAsync(StorageFault fault, IReadOnlyList<Outage> planned)
    {
        await using var stage = await SmallStage.OpenAsync();
        var outages = new Outages(stage.Clock, stage.Storage, fault, planned);
        await CohortPlay.PlayAsync(stage.App, stage.Clock, SmallStage.Input.Settings, stage.Town, default);
        outages.Stop();
        Assert.Equal(0, outages.Left);
        return await ReadAsync(stage.App, stage.Folder, outages.Asked);
    }

    static async Task<SmallCohort> ReadAsync(LocalApp app, RunFolder folder, IReadOnlyList<DateTimeOffset> asked)
    {
        var records = await CohortRecords.LoadAsync(app, SmallStage.Input.Settings, default);
        var certificates = app.Get<CertificateStore>();
        var cohort = await app.Orchestrations.GetInstanceAsync(InstanceIds.Cohort(SmallStage.Input.Settings.Id));
        var stopped = new List<string>();
        await foreach (var instance in app.Orchestrations.GetAllInstancesAsync())
            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
                stopped.Add($"{instance.InstanceId} {instance.RuntimeStatus}");
        return new()
        {
            Status = cohort!.RuntimeStatus,
            Stopped = stopped,
            Pairs = [.. records.Groups.Select(group =>
                $"{group.GroupId} {string.Join('+', group.Members)} {group.LiaisonId} {group.Round} {group.Score} {group.Status}")],
            Certificates = [.. await Task.WhenAll((await certificates.ListAsync(SmallStage.Input.Settings.Id)).Select(async person =>
                $"{person} {Said((await certificates.FindAsync(SmallStage.Input.Settings.Id, person))!)}"))],
            Mails = [.. (await FinishedCohort.MailsAsync(folder.Root)).Select(Line).Order(StringComparer.Ordinal)],
            Asked = asked,
            Journal = [.. File.ReadLines(folder.StateFile("crowd.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(act =>
                    (
                        act.GetProperty("at").GetDateTimeOffset(),
                        act.GetProperty("act").GetString()!,
                        act.GetProperty("outcome").GetString()!))],
        };
    }

    /// <summary>What a certificate says: its code holds the run's own address.</summary>
    static string Said(byte[] certificate)
    {
        using var document = PdfDocument.Open(certificate);
        return string.Concat(document.GetPage(1).Letters.Select(letter => letter.Value));
    }

    static string Line(MailboxMail mail) =>
        $"{mail.Entry.Template} {string.Join(',', mail.To.Concat(mail.Cc).Select(party => party.Address))} {mail.Subject}";
}
