using Microsoft.Playwright;

namespace Ilnp.Tests.Pages;

/// <summary>The system's Chromium, started once.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    static readonly string[] Flags =
        [
            "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-first-run", "--disable-quic", "--disable-dev-shm-usage",
        ];

    /// <summary>The first that is there: without windows it takes less than half of the processor's time.</summary>
    static readonly string[] Installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    IPlaywright? playwright;
    IBrowser? browser;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Installed.First(File.Exists), ChromiumSandbox = false, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A page of a browser without history.</summary>
    /// <param name="width">In CSS pixels; 375 is a phone.</param>
    /// <param name="dark">Whether the reader prefers dark pages.</param>
    /// <param name="script">Whether script runs.</param>
    public async Task<IPage> OpenAsync(int width = 375, bool dark = false, bool script = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 812 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
        });
        return await context.NewPageAsync();
    }
}
