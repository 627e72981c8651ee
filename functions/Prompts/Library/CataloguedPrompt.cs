namespace Ilnp.Prompts.Library;

/// <summary>Something to talk about or to do in a video call, without its words.</summary>
/// <param name="Id">What it is called in every language's file, and in storage: never given to another one.</param>
/// <param name="Topics">Areas of interest by their codes, and general topics.</param>
/// <param name="Stage">Where it fits; null for anywhere.</param>
/// <param name="NeedsThree">Makes no sense for two.</param>
public sealed record CataloguedPrompt(string Id, IReadOnlyList<string> Topics, Stage? Stage, bool NeedsThree)
{
    /// <summary>Whether it has something for everybody, whatever they care about.</summary>
    public bool IsGeneral => Topics.Any(PromptCatalogue.General.Contains);
}
