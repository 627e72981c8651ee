namespace Ilnp.Committee.SignIn;

/// <summary>Where to go after signing in: never to another site.</summary>
static class LocalPath
{
    const int Longest = 200;

    /// <summary>The path if it is one of ours, else the start page.</summary>
    public static string Of(string? wished) =>
        wished is { Length: > 0 and <= Longest } path
        && path[0] == '/'
        && !path.StartsWith("//", StringComparison.Ordinal)
        && path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.' or '~')
            ? path
            : "/";
}
