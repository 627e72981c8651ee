using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>Turns what an HTTP function returned into the response.</summary>
static class FunctionResult
{
    /// <summary>False for an object that says nothing about the response: like the real worker's, the answer is then an empty 200.</summary>
    public static async Task<bool> WriteAsync(object? result, FunctionContext context, HttpContext http) =>
        result is null || await TryWriteAsync(result, http) || await TryWriteAsync(HttpOutput.Of(context)?.Value, http);

    static async Task<bool> TryWriteAsync(object? result, HttpContext http)
    {
        switch (result)
        {
            case IActionResult action:
                await action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
                return true;
            case IResult minimal:
                await minimal.ExecuteAsync(http);
                return true;
            default:
                return result is ServedResponseData; // whatever was done to it was done to the response
        }
    }
}
