using Azure;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Tests.Storage;

public sealed class StorageOutageTests
{
    public static TheoryData<Exception, bool> Failures => new()
    {
        { new RequestFailedException(0, "no connection"), true },
        { new RequestFailedException(429, "throttled"), true },
        { new RequestFailedException(503, "busy"), true },
        { new RequestFailedException(403, "refused"), false },
        { new RequestFailedException(412, "someone was first"), false },
        { new AggregateException(new RequestFailedException(0, "once"), new RequestFailedException(0, "twice")), true },
        { new AggregateException(new RequestFailedException(0, "once"), new InvalidOperationException()), false },
        { new InvalidOperationException(), false },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task GivenAFailure_WhenAFunctionThrowsIt_ThenOnlyWhatMayPassIsTriedAgain(Exception failure, bool mayPass)
    {
        var thrown = await Record.ExceptionAsync(() => new StorageOutage().Invoke(null!, _ => throw failure));

        Assert.Equal(mayPass, thrown is TransientFailure);
        Assert.Equal(mayPass, StorageOutage.MayPass(failure));
    }
}
