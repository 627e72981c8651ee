using Microsoft.AspNetCore.Http;

namespace FunctionsHost.Http;

/// <summary>The worker's own HTTP pipeline, which runs beside an invocation: both carry the same invocation id.</summary>
interface IHttpDoor
{
    /// <summary>Header of a request that names its invocation.</summary>
    const string InvocationHeader = "x-ms-invocation-id";

    /// <summary>Hands the request in and completes with the response written. The request carries <see cref="InvocationHeader"/>.</summary>
    Task EnterAsync(HttpContext request);
}
