namespace Ilnp.Drive;

/// <summary>No drive is set: nothing is written anywhere.</summary>
sealed class NoDrive : ISharedDrive
{
    public bool IsOn => false;

    public Task<WrittenFile> WriteAsync(
        string path, ReadOnlyMemory<byte> content, IReadOnlyCollection<string> known, string aside, CancellationToken cancellation) =>
        throw new InvalidOperationException("No shared drive is set.");

    public Task DeleteAsync(string path, CancellationToken cancellation) => Task.CompletedTask;
}
