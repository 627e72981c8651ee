using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;

namespace Ilnp.Storage;

/// <summary>
/// A record as a table entity: JSON in one text column, continued in further ones because a column holds 32,768
/// characters at most and a row 1 MiB.
/// </summary>
static class RecordEntity
{
    const int ColumnLength = 32_000;

    /// <summary>Web defaults with enums as text: readable in a storage browser, stable when members are added.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TableEntity Write<T>(string partition, string row, T value)
    {
        var entity = new TableEntity(partition, row);
        var json = JsonSerializer.Serialize(value, Json);
        for (var part = 0; part * ColumnLength < json.Length; part++)
            entity[Column(part)] = json.Substring(part * ColumnLength, Math.Min(ColumnLength, json.Length - part * ColumnLength));
        return entity;
    }

    public static Stored<T> Read<T>(TableEntity entity)
    {
        var json = entity.GetString(Column(0));
        for (var part = 1; entity.GetString(Column(part)) is { } more; part++) json += more;
        return new(entity.PartitionKey, entity.RowKey, JsonSerializer.Deserialize<T>(json, Json)!, entity.ETag);
    }

    static string Column(int part) => part == 0 ? "Json" : $"Json{part}";
}
