using System.Text.Json;
using Azure.Data.Tables;
using EmbeddedFunctions.Engine.History;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>Instance records as table rows.</summary>
static class InstanceRows
{
    /// <summary>In characters; a table's property holds 32,768.</summary>
    const int LongestTags = 30_000;

    public static TableEntity ToRow(string partition, InstanceRecord record)
    {
        var row = new TableEntity(partition, RowKeys.Instance(record.Key))
        {
            ["InstanceId"] = record.InstanceId,
            ["Name"] = record.Name,
            ["Version"] = record.Version.Version,
            ["ExecutionId"] = record.ExecutionId,
            ["Generation"] = record.Generation,
            ["CreatedAt"] = record.CreatedAt,
            ["Parent"] = record.Parent is null ? null : JsonSerializer.Serialize(record.Parent, HistoryJson.Default.ParentLink),
            ["Tags"] = record.Tags.Count == 0 ? null : TagsJson(record.Tags),
        };
        Payloads.Put(row, "Input", record.Input);
        Payloads.Put(row, "KeptEvents", record.KeptEvents);
        PutProgress(row, record);
        return row;
    }

    /// <summary>Tags stand in one column.</summary>
    /// <exception cref="ArgumentException">They are too long for that.</exception>
    public static void CheckTags(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > 0 && TagsJson(tags).Length > LongestTags)
            throw new ArgumentException($"The tags of an orchestration have at most {LongestTags} characters, as JSON.", nameof(tags));
    }

    /// <summary>Column: true until the instance is finished.</summary>
    public const string IsOpen = "IsOpen";

    /// <summary>Only what changes from step to step, to be merged into the row.</summary>
    public static TableEntity ToProgress(string partition, InstanceRecord record)
    {
        var row = new TableEntity(partition, RowKeys.Instance(record.Key));
        PutProgress(row, record);
        return row;
    }

    public static InstanceRecord FromRow(TableEntity row) => new()
    {
        InstanceId = row.GetString("InstanceId"),
        Name = row.GetString("Name"),
        Version = new(row.GetString("Version")),
        ExecutionId = row.GetString("ExecutionId"),
        Generation = row.GetInt32("Generation") ?? 0,
        Steps = row.GetInt32("Steps") ?? 0,
        IsFresh = row.GetBoolean("IsFresh") ?? false,
        Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString("Status")),
        CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
        UpdatedAt = row.GetDateTimeOffset("UpdatedAt") ?? default,
        WakeAt = row.GetDateTimeOffset("WakeAt") is { } wake && wake > Never ? wake : null,
        IsBusy = row.GetBoolean("IsBusy") ?? false,
        Parent = row.GetString("Parent") is { } parent ? JsonSerializer.Deserialize(parent, HistoryJson.Default.ParentLink) : null,
        Tags = row.GetString("Tags") is { } tags
            ? JsonSerializer.Deserialize(tags, HistoryJson.Default.IReadOnlyDictionaryStringString)!
            : new Dictionary<string, string>(),
        Input = Payloads.Get(row, "Input"),
        Output = Payloads.Get(row, "Output"),
        CustomStatus = Payloads.Get(row, "CustomStatus"),
        Failure = Payloads.Get(row, "Failure"),
        KeptEvents = Payloads.Get(row, "KeptEvents"),
    };

    /// <summary>Stands for null, which a merge would leave as it was.</summary>
    static readonly DateTimeOffset Never = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static string TagsJson(IReadOnlyDictionary<string, string> tags) => JsonSerializer.Serialize(tags, HistoryJson.Default.IReadOnlyDictionaryStringString);

    static void PutProgress(TableEntity row, InstanceRecord record)
    {
        row["Status"] = record.Status.ToString();
        row["UpdatedAt"] = record.UpdatedAt;
        row["IsFresh"] = record.IsFresh;
        row["IsBusy"] = record.IsBusy;
        row["WakeAt"] = record.WakeAt ?? Never;
        row["Steps"] = record.Steps;
        row[IsOpen] = !record.IsFinished;
        Payloads.Put(row, "CustomStatus", record.CustomStatus);
        Payloads.Put(row, "Output", record.Output);
        Payloads.Put(row, "Failure", record.Failure);
    }
}
