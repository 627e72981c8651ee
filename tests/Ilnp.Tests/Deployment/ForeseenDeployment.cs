using System.Text.Json.Nodes;

namespace Ilnp.Tests.Deployment;

/// <summary>What a deployment would make, with what is asked of it in the tests.</summary>
sealed class ForeseenDeployment(JsonNode snapshot)
{
    public IReadOnlyList<JsonNode> Resources { get; } = [.. snapshot["predictedResources"]!.AsArray().Select(resource => resource!)];

    /// <summary>The outputs' texts, by name.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; } =
        snapshot["outputs"]!.AsObject().ToDictionary(output => output.Key, output => Evaluated(output.Value));

    /// <summary>The app's settings, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings => Evaluate(Single("Microsoft.Web/sites/config")["properties"]!)
        .ToDictionary(setting => setting.Key, setting => Evaluated(setting.Value));

    public JsonNode Single(string type) => Resources.Single(resource => (string?)resource["type"] == type);

    public IEnumerable<JsonNode> All(string type) => Resources.Where(resource => (string?)resource["type"] == type);

    /// <summary>Who may do what where, each as <c>who: role on kind of resource</c>.</summary>
    public IEnumerable<string> Roles => All("Microsoft.Authorization/roleAssignments").Select(Role);

    static JsonObject Evaluate(JsonNode properties) =>
        properties is JsonObject known ? known : TemplateExpression.Evaluate((string)properties!)!.AsObject();

    static string Evaluated(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var said)
        ? TemplateExpression.Evaluate(said)?.ToString() ?? ""
        : value?.ToJsonString() ?? "";

    static string Role(JsonNode assignment)
    {
        var given = assignment["properties"]!;
        var role = AzureRoles.NameOf(((string)given["roleDefinitionId"]!).Split('/')[^1]);
        return $"{Who((string)given["principalId"]!)}: {role} on {Kind((string)assignment["id"]!)}";
    }

    static string Who(string principal) =>
        principal.Contains("-deploys'", StringComparison.Ordinal) ? "workflow"
        : principal.Contains("/id-ilnp-", StringComparison.Ordinal) ? "app" : "operator";

    /// <summary>The type of the resource that an assignment is for: of its id, each second part is a name.</summary>
    static string Kind(string assignment)
    {
        var scope = assignment.StartsWith('[')
            ? assignment.Split('\'')[1]
            : assignment[..assignment.IndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)];
        var parts = scope[(scope.LastIndexOf("/providers/", StringComparison.Ordinal) + "/providers/".Length)..].Split('/');
        return string.Join('/', parts.Where((_, place) => place == 0 || place % 2 == 1));
    }
}
