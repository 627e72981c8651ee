using Ilnp.Mail.Suppression;
using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Mail.PersonalData;

/// <summary>
/// Addresses that shall get no mail, as keyed hashes: table <c>MailSuppressions</c>. It stays after erasure, since without it the next
/// mail would go out to somebody who wanted none.
/// </summary>
sealed class SuppressionData(SuppressionList suppressions, AddressKeys keys) : IPersonalData
{
    public static readonly HeldData Held = new("suppression", ErasureTurn.Records, "table MailSuppressions");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var held = new List<Holding>();
        foreach (var address in who.Addresses)
            foreach (var stream in Enum.GetValues<MailStream>())
                if (await suppressions.FindAsync(keys.Of(address), stream, cancellation) is { } off)
                    held.Add(new(off, null, new HoldingLine(
                        words[$"privacy.suppression.{stream.ToString().ToLowerInvariant()}"],
                        words.Find($"privacy.suppression.{off.Reason}") ?? off.Reason)));
        return held;
    }

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) => Task.CompletedTask;

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) => Task.FromResult(0);
}
