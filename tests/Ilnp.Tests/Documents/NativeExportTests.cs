using System.Reflection;
using System.Runtime.InteropServices;
using Ilnp.Documents.Pdf;

namespace Ilnp.Tests.Documents;

/// <summary>
/// Subsetting depends on functions that the native library of HarfBuzzSharp exports although its binding does not show them: a new version
/// of the package that lacks one shows here, by name.
/// </summary>
public sealed class NativeExportTests
{
    static readonly string[] Subsetting =
    [
        "hb_subset_input_create_or_fail", "hb_subset_input_destroy",
        "hb_subset_input_glyph_set", "hb_subset_input_set", "hb_subset_input_set_flags",
        "hb_subset_plan_create_or_fail", "hb_subset_plan_destroy",
        "hb_subset_plan_execute_or_fail", "hb_subset_plan_old_to_new_glyph_mapping",
    ];

    public static TheoryData<string> Called() => [.. Imports()];

    [Theory]
    [MemberData(nameof(Called))]
    public void GivenTheNativeLibrary_WhenAFunctionIsLookedUp_ThenItIsExported(string function)
    {
        var library = NativeLibrary.Load(FontSubset.Library, typeof(FontSubset).Assembly, null);
        Assert.True(NativeLibrary.TryGetExport(library, function, out _), $"{FontSubset.Library} does not export {function}.");
    }

    [Fact]
    public void GivenTheSubsetting_WhenItsCallsAreListed_ThenNoneIsMissing() =>
        Assert.Equal(
            Subsetting, Imports().Where(name => name.StartsWith("hb_subset_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    /// <summary>The generated imports: methods of these names without a body of ours.</summary>
    static IEnumerable<string> Imports() =>
        typeof(FontSubset).GetMethods(BindingFlags.NonPublic | BindingFlags.Static).Select(method => method.Name)
            .Where(name => name.StartsWith("hb_", StringComparison.Ordinal)).Distinct();
}
