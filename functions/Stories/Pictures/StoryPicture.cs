using System.Text;
using System.Text.Json.Serialization;
using Ilnp.Programme;

namespace Ilnp.Stories.Pictures;

/// <summary>The one picture beside somebody's words; the file itself is a blob.</summary>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Id">Of this file, drawn by chance: it is in addresses, and tells nothing of the person.</param>
/// <param name="Description">What can be seen on it, for whoever cannot.</param>
/// <param name="Width">In pixels, as kept.</param>
/// <param name="Height">In pixels, as kept.</param>
/// <param name="At">UTC; since when it stands so.</param>
public sealed record StoryPicture(string PersonId, string Id, string Description, int Width, int Height, DateTimeOffset At)
{
    /// <summary>The same for exactly this file with exactly this description: what was changed has to be seen anew.</summary>
    [JsonIgnore]
    public string Stamp => StableIds.Of(Encoding.UTF8.GetBytes($"{Id}\n{Description}"))[..12];
}
