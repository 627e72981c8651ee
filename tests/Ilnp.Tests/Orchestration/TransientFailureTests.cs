using Ilnp.Orchestration;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Orchestration;

public sealed class TransientFailureTests
{
    static readonly TransientFailure Transient = new("Storage answered 503.");

    public static TheoryData<Exception, bool> Thrown => new()
    {
        { Transient, true },
        { new TransientFailure("No answer.", new IOException()), true },
        { new InvalidOperationException("Not now.", Transient), true },
        { new AggregateException(Transient, new InvalidOperationException()), true },
        { new InvalidOperationException("No.", new InvalidDataException("Why.", Transient)), true },
        { new Azure.RequestFailedException(403, "Forbidden"), false },
        { new KeyNotFoundException(nameof(TransientFailure)), false },
        { new InvalidOperationException("Ilnp.Orchestration.TransientFailure"), false },
    };

    [Theory, MemberData(nameof(Thrown))]
    public void GivenAnActivitysException_WhenItsDetailsAreJudged_ThenATransientCauseAnywhereIsFound(Exception thrown, bool isTransient) =>
        Assert.Equal(isTransient, TransientFailure.In(TaskFailureDetails.FromException(thrown)) is not null);

    [Fact]
    public void GivenAnExceptionAroundIt_WhenItsDetailsAreJudged_ThenTheFailuresOwnMessageIsFound() =>
        Assert.Equal(
            Transient.Message,
            TransientFailure.In(TaskFailureDetails.FromException(new InvalidDataException("Ann", Transient)))?.ErrorMessage);

    [Theory]
    [InlineData("Ilnp.Programme.TransientFailure", true)]
    [InlineData("Other.TransientFailure", false)]
    [InlineData("Ilnp.Programme.NotTransientFailure", false)]
    public void GivenAHistoryOfBeforeItsFolderChanged_WhenJudged_ThenItIsStillTheSameFailure(string type, bool isTransient) =>
        Assert.Equal(isTransient, TransientFailure.In(new(type, "", null, null, null)) is not null);

    [Fact]
    public void GivenATypeThatIsNotLoadedHere_WhenJudged_ThenItIsAnswered() =>
        Assert.Null(TransientFailure.In(new("Some.Package.OfAnotherRelease", "", null, null, null)));
}
