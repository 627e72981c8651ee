using Ilnp.Certificates;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Certificates;

public sealed class CertificateStoreTests(AzuriteFixture storage) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task GivenCertificates_WhenPutAgainAndErased_ThenTheStoreHasTheLatestAndCountsAll()
    {
        var store = new CertificateStore(storage.Blobs);
        await store.PutAsync("certified", "P2", [1]);
        await store.PutAsync("certified", "P1", [2]);
        await store.PutAsync("certified", "P2", [3]);

        Assert.Equal(["P1", "P2"], await store.ListAsync("certified"));
        Assert.Equal([3], await store.FindAsync("certified", "P2"));

        await store.EraseAsync("certified", "P2");
        await store.EraseAsync("certified", "P2");

        Assert.Null(await store.FindAsync("certified", "P2"));
        Assert.Equal(["P1", "P2"], await store.ListAsync("certified"));
    }

    [Fact]
    public async Task GivenNoCertificates_WhenAsked_ThenThereAreNone() =>
        Assert.Empty(await new CertificateStore(storage.Blobs).ListAsync("nobody"));
}
