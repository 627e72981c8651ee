namespace Ilnp.Prompts.Library;

/// <summary>Where a group is on its way.</summary>
public enum Stage
{
    /// <summary>Its members have just met.</summary>
    Beginning,

    Middle,

    /// <summary>The programme's last month.</summary>
    End,
}
