namespace Ilnp.Tests.Mail.Samples;

/// <summary>What the mails of several rooms speak of.</summary>
static class SampleFacts
{
    public static readonly Uri Link = new("https://ilnp.example.org/d/eyJrIjoiMSJ9.c2lnbmF0dXJl");

    public static readonly object[] Members =
    [
        new Dictionary<string, object?> { ["name"] = "María José Núñez", ["email"] = "maria@example.org", ["country"] = "Chile" },
        new Dictionary<string, object?> { ["name"] = "李晓明", ["email"] = "li@example.cn", ["country"] = "China" },
    ];

    /// <summary>What a template names, of what its step gives.</summary>
    public static Dictionary<string, object?> Some(Dictionary<string, object?> model, params string[] names) =>
        names.ToDictionary(name => name, name => model[name]);
}

/// <summary>By name of the mail.</summary>
sealed class SampleModels : Dictionary<string, IReadOnlyDictionary<string, object?>>;
