using Azure.Data.Tables;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Programme;

public sealed class CohortStoreTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task GivenManyWhoAskAtOnce_WhenTheSettingsAreNotFreshAnyMore_ThenOneReadsForAll()
    {
        var (count, clock, options) = (new TransactionCount(), new SetClock(), new TableClientOptions());
        options.AddPolicy(count.Of("table"), Azure.Core.HttpPipelinePosition.PerRetry);
        var store = new CohortStore(new TableServiceClient(azurite.ConnectionString, options), clock);
        var settings = SampleMail.Cohort($"c{Guid.NewGuid():N}");
        await store.TryAddAsync(settings);
        await store.GetAsync(settings.Id);
        var first = count.Sent;

        clock.Now = clock.Now.AddSeconds(11);
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => store.GetAsync(settings.Id)));

        Assert.Equal(1, count.Sent - first);
        Assert.All(all, one => Assert.Equal(settings.Id, one.Id));
    }
}
