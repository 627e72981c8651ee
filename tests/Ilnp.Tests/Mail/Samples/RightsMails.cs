namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Rights, as its steps give them.</summary>
static class RightsMails
{
    public static SampleModels Models { get; } = new()
    {
        ["erasing"] = new Dictionary<string, object?>(),
    };
}
