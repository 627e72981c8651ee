using Microsoft.Playwright;

namespace Ilnp.Tests.Pages;

/// <summary>Pictures of whole pages, for people to look at.</summary>
static class PagePictures
{
    /// <summary>
    /// The browser draws a frame in which no script may run only once it has been in sight, and fetches pictures as late: what is far
    /// below would be blank on the picture, as it never is for a reader.
    /// </summary>
    /// <param name="page">As it is opened.</param>
    /// <param name="path">Of the PNG.</param>
    public static async Task TakePictureAsync(this IPage page, string path)
    {
        foreach (var late in await page.Locator("img[loading=lazy], iframe").AllAsync())
        {
            await late.ScrollIntoViewIfNeededAsync();
            await late.EvaluateAsync("part => part.decode?.()");
        }

        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
    }
}
