using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Committee.SignIn;

/// <summary>When somebody of a committee signed in last: table <c>SignIns</c>, partition cohort, row member.</summary>
public sealed class SignInStore(TableServiceClient service, TimeProvider time)
{
    readonly RecordTable<SignedIn> signIns = new(service, "SignIns");

    public Task NoteAsync(string cohortId, string memberId, CancellationToken cancellation) =>
        signIns.PutAsync(cohortId, memberId, new(time.GetUtcNow()), cancellation);

    /// <summary>By member; who has never signed in is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ListAsync(string cohortId, CancellationToken cancellation) =>
        (await signIns.ListAsync(cohortId, cancellation: cancellation)).ToDictionary(stored => stored.Row, stored => stored.Value.At);
}

/// <param name="At">UTC.</param>
public sealed record SignedIn(DateTimeOffset At);
