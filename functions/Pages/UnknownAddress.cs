using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Pages;

/// <summary>Every address that no other function has: a page that says where to go on.</summary>
public sealed class UnknownAddress(NoticeAnswers notices)
{
    static readonly NoticeAnswer Unknown = new("address.unknown.title", "address.unknown.text", StatusCodes.Status404NotFound);

    [Function(nameof(ShowUnknownAddress))]
    public IActionResult ShowUnknownAddress([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*address}")] HttpRequest request) =>
        notices.Page(request, Unknown);
}
