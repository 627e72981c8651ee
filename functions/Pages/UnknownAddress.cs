using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Pages;

/// <summary>Every address that no other function has: a page that says where to go on.</summary>
public sealed class UnknownAddress(NoticeAnswers notices)
{
    [Function(nameof(ShowUnknownAddress))]
    public IActionResult ShowUnknownAddress([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*address}")] HttpRequest request) =>
        notices.Page(request, "address.unknown", StatusCodes.Status404NotFound);
}
