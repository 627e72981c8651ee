using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ilnp.Tests.Pages;

/// <summary>What axe finds on a page.</summary>
static class Accessibility
{
    /// <summary>Only what is broken is asked for: most of the time would go into saying what is well.</summary>
    static readonly HashSet<ResultType> Broken = [ResultType.Violations];

    /// <summary>The rules that a page breaks, each with its first place; empty for a sound page.</summary>
    /// <param name="page">As it is opened.</param>
    /// <param name="rules">None for all.</param>
    public static async Task<IReadOnlyList<string>> BrokenRulesAsync(this IPage page, params string[] rules)
    {
        var options = new AxeRunOptions { ResultTypes = Broken, RunOnly = rules.Length == 0 ? null : RunOnlyOptions.Rules(rules) };
        return [.. (await page.RunAxe(options)).Violations
            .Select(violation => $"{violation.Id}: {violation.Help} {violation.Nodes[0].Html}")];
    }

    /// <summary>Fails when a rule is broken.</summary>
    /// <param name="page">As it is opened.</param>
    /// <param name="name">Of the page, for who reads of the failure.</param>
    public static async Task IsSoundAsync(this IPage page, string name = "")
    {
        var broken = await page.BrokenRulesAsync();
        Assert.True(broken.Count == 0, $"{(name.Length > 0 ? name : page.Url)}: {string.Join("; ", broken)}");
    }
}
