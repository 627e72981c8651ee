namespace Ilnp.Tests.Deployment;

/// <summary>The script that fills the vault, with a vault that is a folder: what is there is never replaced.</summary>
public sealed class MakeSecretsTests : IDisposable
{
    const string All = "intake-identity-key approvals-first intake-typeform sendgrid-api-key";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ilnp-vault-");

    public MakeSecretsTests()
    {
        Program("sleep", "exit 0");
        Program("az", """
            echo "$@" >>"$VAULT/../calls"
            name=${@:$(($(printf '%s\n' "$@" | grep -n -x -e --name | cut -d: -f1) + 1)):1}
            case "$2 $3" in
              "secret show")
                if [ -s "$VAULT/../forbidden" ]; then
                  sed -i 1d "$VAULT/../forbidden"
                  echo "(Forbidden) Caller is not authorized" >&2
                  exit 1
                fi
                if [ -e "$VAULT/../down" ]; then echo "Max retries exceeded" >&2; exit 1; fi
                [ -e "$VAULT/$name" ] || { echo "(SecretNotFound) $name was not found in this key vault" >&2; exit 3; } ;;
              "secret set") cp "${@:$(($(printf '%s\n' "$@" | grep -n -x -e --file | cut -d: -f1) + 1)):1}" "$VAULT/$name" ;;
            esac
            """);
        Directory.CreateDirectory(Vault);
    }

    string Vault => Path.Combine(folder.FullName, "vault");

    string Calls => File.ReadAllText(Path.Combine(folder.FullName, "calls"));

    [Fact]
    public void GivenAnEmptyVault_WhenRun_ThenKeysAreMadeAndWhatOnlyAPersonKnowsIsAskedFor()
    {
        var run = Run();

        Assert.Equal(1, run.Code);
        Assert.Contains("sendgrid-api-key", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["approvals-first", "intake-identity-key", "intake-typeform"], Kept());
        Assert.Equal(32, Convert.FromBase64String(File.ReadAllText(Path.Combine(Vault, "intake-identity-key"))).Length);
        Assert.Matches("^[0-9a-f]{48}$", File.ReadAllText(Path.Combine(Vault, "intake-typeform")));
    }

    [Fact]
    public void GivenAFullVault_WhenRun_ThenNothingIsReplacedAndTheAppReadsAnew()
    {
        foreach (var name in All.Split(' ')) File.WriteAllText(Path.Combine(Vault, name), "kept");

        Assert.Equal(0, Run(("FUNCTION_APP_NAME", "func"), ("AZURE_RESOURCE_GROUP", "rg")).Code);
        Assert.All(All.Split(' '), name => Assert.Equal("kept", File.ReadAllText(Path.Combine(Vault, name))));
        Assert.Contains("configreferences/appsettings/refresh", Calls, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAVaultThatCannotBeAsked_WhenRun_ThenNothingIsMade()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "down"), "");
        var run = Run();

        Assert.Equal(1, run.Code);
        Assert.Contains("Nothing was changed", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public void GivenARoleThatCountsOnlyAfterMinutes_WhenRun_ThenItWaits()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "forbidden"), "1\n2\n3\n");

        Assert.Contains("intake-identity-key: made", Run().Output, StringComparison.Ordinal);
        Assert.Contains("intake-identity-key", Kept());
    }

    [Fact]
    public void GivenARoleThatNobodyGave_WhenRun_ThenItSaysSoAndMakesNothing()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "forbidden"), string.Concat(Enumerable.Repeat("no\n", 100)));
        var run = Run();

        Assert.Equal(1, run.Code);
        Assert.Contains("Forbidden", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    public void Dispose() => folder.Delete(recursive: true);

    IEnumerable<string?> Kept() => Directory.EnumerateFiles(Vault).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    ScriptRun Run(params (string Name, string Value)[] more)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
            ["VAULT"] = Vault,
            ["KEY_VAULT_NAME"] = "kv",
            ["ILNP_SECRETS"] = All,
        };
        foreach (var (name, value) in more) variables[name] = value;
        return Script.Run(Path.Combine(BicepCompiler.Source, "make-secrets"), [], variables);
    }

    void Program(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, $"#!/usr/bin/env bash\n{text}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
