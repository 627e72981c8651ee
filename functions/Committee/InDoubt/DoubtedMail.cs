using Ilnp.Mail.Doubt;
using Ilnp.Mail.Ledger;

namespace Ilnp.Committee.InDoubt;

/// <summary>A mail of which nobody knows whether it went out, as the committee looks at it.</summary>
/// <param name="Entry">As the ledger has it.</param>
/// <param name="Kept">What is shown of it as it was written; null when it was not kept.</param>
/// <param name="For">Names of whom it was for.</param>
/// <param name="Path">Of the page about whom it was for; null for the committee.</param>
/// <param name="WhyNotKey">Text that says why it is not sent again; null when it can be.</param>
public sealed record DoubtedMail(LedgerEntry Entry, KeptHead? Kept, IReadOnlyList<string> For, string? Path, string? WhyNotKey);
