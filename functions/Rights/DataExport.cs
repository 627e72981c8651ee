using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ilnp.Privacy;

namespace Ilnp.Rights;

/// <summary>Everything that is held of somebody.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="At">When it was gathered, UTC.</param>
/// <param name="Rounds">One for each cohort, and for each second application that was found to be theirs.</param>
public sealed record DataExport(string Name, DateTimeOffset At, IReadOnlyList<HeldInRound> Rounds)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file of its own, never part of a page
    };

    /// <summary>As a file: each kind of record by its name, as it is stored.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            name = Name,
            gatheredAt = At,
            rounds = Rounds.Select(round => new
            {
                programme = round.Programme,
                personId = round.PersonId,
                held = round.Held.ToDictionary(kind => kind.What.Name, kind => kind.Holdings.Select(holding => holding.Record).ToList()),
            }),
        },
        Json);
}

/// <summary>What one cohort holds.</summary>
/// <param name="Programme">Its name.</param>
/// <param name="PersonId">The person in it.</param>
/// <param name="Held">By kind, also those of which nothing is held.</param>
public sealed record HeldInRound(string Programme, string PersonId, IReadOnlyList<HeldKind> Held);

/// <summary>What is held of one kind.</summary>
public sealed record HeldKind(HeldData What, IReadOnlyList<Holding> Holdings);
