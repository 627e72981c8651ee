using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;

namespace Ilnp.Tests.Artifact;

/// <summary>The host passes over options that it does not know: a misspelt one would be none.</summary>
[Collection(ArtifactTests.Name)]
public sealed class HostSettingsTests(PublishedApp app)
{
    [Theory]
    [InlineData("", "DurableTaskOptions")]
    [InlineData("storageProvider", "AzureStorageOptions")]
    [InlineData("tracing", "TraceOptions")]
    public void WhenTheExtensionReadsItsSettings_ThenItKnowsEachByName(string section, string options)
    {
        var all = JsonNode.Parse(app.Read("host.json"))!["extensions"]!["durableTask"]!;
        var set = (section.Length == 0 ? all : all[section])!.AsObject();
        var known = PropertiesOf(options);

        Assert.NotEmpty(set);
        Assert.All(set, option => Assert.Contains(option.Key, known));
    }

    HashSet<string> PropertiesOf(string options)
    {
        using var file = File.OpenRead(Path.Combine(app.Folder, ".azurefunctions", "Microsoft.Azure.WebJobs.Extensions.DurableTask.dll"));
        using var library = new PEReader(file);
        var reader = library.GetMetadataReader();
        var type = reader.TypeDefinitions.Select(reader.GetTypeDefinition).Single(found => reader.GetString(found.Name) == options);
        return type.GetProperties()
            .Select(property => reader.GetString(reader.GetPropertyDefinition(property).Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
