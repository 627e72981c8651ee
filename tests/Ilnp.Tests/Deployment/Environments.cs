using System.Security.Cryptography;

namespace Ilnp.Tests.Deployment;

/// <summary>Variables of deployments as a committee would set them, and what these would make, foreseen once for all tests.</summary>
public sealed class Environments : IDisposable
{
    readonly BicepCompiler compiler = new();
    readonly Dictionary<string, ForeseenDeployment> foreseen = [];
    readonly Lock gate = new();

    /// <summary>What the compiler makes of <c>main.bicep</c>.</summary>
    internal Lazy<string> Template => field ??= new(compiler.Template);

    /// <summary>Everything that has a setting, mail by SendGrid.</summary>
    internal static Dictionary<string, string> Whole { get; } = new()
    {
        ["AZURE_ENV_NAME"] = "prod",
        ["AZURE_LOCATION"] = "westeurope",
        ["AZURE_PRINCIPAL_ID"] = "00000000-0000-0000-0000-000000000009",
        ["ILNP_ALERT_ADDRESS"] = "technik@bibliothek.de",
        ["ILNP_BUDGET"] = "10",
        ["ILNP_BUDGET_START"] = "2027-01-01",
        ["ILNP_FORM_PROVIDERS"] = "typeform google-forms",
        ["ILNP_FROM_ESSENTIAL"] = "programme@bibliothek.de",
        ["ILNP_FROM_OPTIONAL"] = "news@bibliothek.de",
        ["ILNP_GITHUB_REPOSITORY"] = "bibliothek/ilnp",
        ["ILNP_MAIL_SENDER"] = "sendgrid",
        ["ILNP_SENDGRID_WEBHOOK_KEY"] = PublicKey(),
        ["ILNP_SIGNING_KEYS"] = "first second",
        ["ILNP_CURRENT_SIGNING_KEY"] = "second",
    };

    /// <summary>The same with other settings.</summary>
    internal static Dictionary<string, string> With(params (string Name, string Value)[] others)
    {
        var variables = new Dictionary<string, string>(Whole);
        foreach (var (name, value) in others) variables[name] = value;
        return variables;
    }

    /// <summary>By its sender of mail: <c>sendgrid</c>, <c>smtp</c> or <c>graph</c>; <c>scheduler</c> or <c>trial</c>.</summary>
    internal ForeseenDeployment Foreseen(string kind)
    {
        lock (gate)
        {
            if (!foreseen.TryGetValue(kind, out var deployment)) foreseen[kind] = deployment = new(compiler.Foreseen(Variables(kind)));
            return deployment;
        }
    }

    internal string Objections(IReadOnlyDictionary<string, string> variables)
    {
        lock (gate) return compiler.Objections(variables);
    }

    public void Dispose() => compiler.Dispose();

    internal static Dictionary<string, string> Variables(string kind) => kind switch
    {
        "smtp" => With(("ILNP_MAIL_SENDER", "smtp"), ("ILNP_SMTP_HOST", "mail.bibliothek.de"), ("ILNP_SMTP_USER", "programme")),
        "graph" => With(("ILNP_MAIL_SENDER", "graph"), ("ILNP_GRAPH_MAILBOX", "programme@bibliothek.de"), ("ILNP_SHARED_DRIVE", "b!x_Y-1")),
        "scheduler" => With(("ILNP_DURABLE_STORAGE", "scheduler"), ("ILNP_TASK_HUB", "Second")),
        "trial" => With(("AZURE_ENV_NAME", "trial"), ("ILNP_WATCHED", "false"), ("ILNP_REDUNDANCY", "Standard_LRS")),
        _ => Whole,
    };

    static string PublicKey()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(pair.ExportSubjectPublicKeyInfo());
    }
}

/// <summary>Tests of what a deployment would make: <c>[Collection(DeploymentTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class DeploymentTests : ICollectionFixture<Environments>
{
    public const string Name = "Deployment";
}
