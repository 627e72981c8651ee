using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Tests.Hosting;

/// <summary>Functions of an object that takes services.</summary>
public sealed class ScopedFunctions(ScopedFunctions.Visit visit, IServiceProvider services) : IDisposable
{
    public static int Disposed { get; private set; }

    [Function("Scoped")]
    public IActionResult Scoped([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scoped")] HttpRequest request, FunctionContext context) =>
        new OkObjectResult(new[]
        {
            context.FunctionDefinition.Name,
            ReferenceEquals(visit, services.GetRequiredService<Visit>()) && ReferenceEquals(visit, context.InstanceServices.GetRequiredService<Visit>())
                && ReferenceEquals(visit, request.HttpContext.RequestServices.GetRequiredService<Visit>()) ? "same scope" : "several scopes",
        });

    public void Dispose() => Disposed++;

    public sealed class Visit;
}
