using Microsoft.AspNetCore.Http;

namespace Ilnp.Pages.Visitors;

/// <summary>A request that cannot be read as what it says it is: whoever sent it is told so, and nothing of ours has failed.</summary>
/// <param name="status">400, or 413 for one that is too large.</param>
public sealed class UnreadableRequest(int status = StatusCodes.Status400BadRequest) : Exception("The request could not be read.")
{
    public int Status => status;
}
