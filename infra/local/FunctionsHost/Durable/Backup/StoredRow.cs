using System.Globalization;
using Azure.Data.Tables;

namespace FunctionsHost.Durable.Backup;

/// <summary>A table's row as text that keeps the kinds of its values.</summary>
/// <param name="Partition">Its partition key.</param>
/// <param name="Row">Its row key.</param>
/// <param name="Values">By name: a letter for the kind, and the value as invariant text.</param>
sealed record StoredRow(string Partition, string Row, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Rough size on the wire.</summary>
    public int Size => 500 + Values.Sum(value => value.Key.Length + value.Value.Length + 40);

    public static StoredRow Of(TableEntity entity) => new(
        entity.PartitionKey, entity.RowKey,
        entity.Where(value => value.Value is not null && value.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            .ToDictionary(value => value.Key, value => Text(value.Key, value.Value)));

    public TableEntity Entity()
    {
        var entity = new TableEntity(Partition, Row);
        foreach (var (name, text) in Values) entity[name] = Value(text);
        return entity;
    }

    static string Text(string name, object value) => value switch
    {
        string text => $"s{text}",
        bool truth => truth ? "b1" : "b0",
        int number => string.Create(CultureInfo.InvariantCulture, $"i{number}"),
        long number => string.Create(CultureInfo.InvariantCulture, $"l{number}"),
        double number => string.Create(CultureInfo.InvariantCulture, $"d{number:R}"),
        DateTimeOffset moment => string.Create(CultureInfo.InvariantCulture, $"t{moment.ToUniversalTime():O}"),
        Guid id => $"g{id:D}",
        byte[] bytes => $"x{Convert.ToBase64String(bytes)}",
        BinaryData bytes => $"x{Convert.ToBase64String(bytes)}",
        _ => throw new BackupProblem($"The value {name} of a row is of a kind that tables do not have: {value.GetType().Name}."),
    };

    static object Value(string text) => (text[0], text[1..]) switch
    {
        ('s', var rest) => rest,
        ('b', var rest) => rest == "1",
        ('i', var rest) => int.Parse(rest, CultureInfo.InvariantCulture),
        ('l', var rest) => long.Parse(rest, CultureInfo.InvariantCulture),
        ('d', var rest) => double.Parse(rest, CultureInfo.InvariantCulture),
        ('t', var rest) => DateTimeOffset.ParseExact(rest, "O", CultureInfo.InvariantCulture),
        ('g', var rest) => Guid.ParseExact(rest, "D"),
        ('x', var rest) => Convert.FromBase64String(rest),
        var (kind, _) => throw new BackupProblem($"The backup has a value of a kind that this release does not know: {kind}."),
    };
}

/// <summary>A blob, and in which file of its container's folder its content is.</summary>
sealed record StoredBlob(
    string Name, string File, string? ContentType, string? ContentEncoding, IReadOnlyDictionary<string, string> Metadata);

/// <summary>A message that waited, as it stands in its queue.</summary>
sealed record StoredMessage(string Text);
