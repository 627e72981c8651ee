using Ilnp.Links;
using Ilnp.Own;
using Microsoft.Extensions.Options;

namespace Ilnp.Rights;

/// <summary>The way to everything that is held of somebody, and to its erasure; the last card.</summary>
sealed class OwnData(IOptions<WebOptions> web) : IOwnCard
{
    public string Name => "data";

    public int Order => 90;

    public Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation) => Task.FromResult<OwnCard?>(new(Name)
    {
        Paragraphs = ["own.data.text"],
        Links =
        [
            new("own.data.show", new Uri(web.Value.BaseAddress, OwnDataPages.DataPath)),
            new("own.data.file", new Uri(web.Value.BaseAddress, OwnDataPages.FilePath)),
            new("own.data.erase", new Uri(web.Value.BaseAddress, OwnDataPages.ErasePath)),
        ],
    });
}
