namespace Ilnp.Matching.Problem;

/// <summary>How words of answers are compared: without regard to case and to space around them.</summary>
static class Spelling
{
    public static string Of(string word) => word.Trim().ToLowerInvariant();
}
