using Azure;

namespace Ilnp.Storage;

/// <summary>A record as it was read, with the tag that an update must show.</summary>
public sealed record Stored<T>(string Partition, string Row, T Value, ETag ETag);
