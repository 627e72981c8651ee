namespace FunctionsHost.Azurite;

/// <summary>A disk, or somebody's share of it, that takes no more: how it shows.</summary>
public static class FullDisk
{
    /// <summary>Numbers of Linux and macOS for no space left, a used-up quota (two numbers) and a file that may not grow.</summary>
    static readonly int[] Unix = [28, 122, 69, 27];

    /// <summary>Windows's for a full disk, twice.</summary>
    static readonly int[] Windows = [unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>As Node says the same.</summary>
    static readonly string[] OfNode = ["ENOSPC", "EDQUOT", "EFBIG"];

    public static bool IsIn(Exception failure) => failure switch
    {
        AggregateException all => all.InnerExceptions.Any(IsIn),
        IOException e when (OperatingSystem.IsWindows() ? Windows : Unix).Contains(e.HResult) => true,
        { InnerException: { } inner } => IsIn(inner),
        _ => false,
    };

    public static bool IsToldIn(string words) => OfNode.Any(sign => words.Contains(sign, StringComparison.Ordinal));
}
