using Ilnp.Orchestration;
using Ilnp.Pages;
using Ilnp.Tests.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ilnp.Tests.Pages;

public sealed class OutagePageTests
{
    readonly OutagePage page = new(new(AppTexts.Shelf), NullLogger<OutagePage>.Instance);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenAnOutage_WhenAPageIsAskedFor_ThenItSaysToTryAgain(bool isWrapped)
    {
        var outage = new TransientFailure("Storage answered 503.");
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };

        // as the worker does, if asynchronous
        await page.Invoke(new Invocation(http), _ => throw (isWrapped ? new AggregateException(outage) : outage));

        Assert.Equal(503, http.Response.StatusCode);
        Assert.Equal("60", http.Response.Headers.RetryAfter);
        http.Response.Body.Position = 0;
        using var answer = new StreamReader(http.Response.Body);
        Assert.Contains("Please try again in a minute", await answer.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnotherFailure_WhenAPageIsAskedFor_ThenItIsNotHidden() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => page.Invoke(new Invocation(new DefaultHttpContext()), _ => throw new InvalidOperationException()));

    [Fact]
    public async Task GivenAnOutage_WhenATimerRan_ThenTheHostHearsOfIt() =>
        await Assert.ThrowsAsync<TransientFailure>(
            () => page.Invoke(new Invocation(null), _ => throw new TransientFailure("Storage answered 503.")));

    /// <summary>As far as middleware looks: the request, if there is one, and the function's name.</summary>
    sealed class Invocation : FunctionContext
    {
        public Invocation(HttpContext? http)
        {
            if (http is not null) Items["HttpRequestContext"] = http;
        }

        public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

        public override FunctionDefinition FunctionDefinition => new Definition();

        public override string InvocationId => "1";

        public override string FunctionId => "1";

        public override TraceContext TraceContext => throw new NotSupportedException();

        public override BindingContext BindingContext => throw new NotSupportedException();

        public override RetryContext RetryContext => throw new NotSupportedException();

        public override IServiceProvider InstanceServices
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override IInvocationFeatures Features => throw new NotSupportedException();
    }

    sealed class Definition : FunctionDefinition
    {
        public override string Name => "GetDecision";

        public override string Id => "1";

        public override string PathToAssembly => "";

        public override string EntryPoint => "";

        public override System.Collections.Immutable.ImmutableArray<FunctionParameter> Parameters => [];

        public override System.Collections.Immutable.IImmutableDictionary<string, BindingMetadata> InputBindings =>
            System.Collections.Immutable.ImmutableDictionary<string, BindingMetadata>.Empty;

        public override System.Collections.Immutable.IImmutableDictionary<string, BindingMetadata> OutputBindings => InputBindings;
    }
}
