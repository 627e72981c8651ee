using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Pages;

/// <summary>Every address that no other function has: a page that says where to go on.</summary>
/// <remarks>Azure asks functions in the order of their names, so this one's must come behind those of all pages.</remarks>
public sealed class UnknownAddressPage(NoticeAnswers notices)
{
    /// <summary>Also for what was at an address and is gone.</summary>
    internal static readonly NoticeAnswer Unknown = new("address.unknown.title", "address.unknown.text", StatusCodes.Status404NotFound);

    [Function(nameof(UnknownAddress))]
    public IActionResult UnknownAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*address}")] HttpRequest request) =>
        notices.Page(request, Unknown);
}
