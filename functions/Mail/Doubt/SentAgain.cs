namespace Ilnp.Mail.Doubt;

/// <summary>What became of sending a mail again.</summary>
public enum SentAgain
{
    /// <summary>The provider has it.</summary>
    Sent,

    /// <summary>It is not in doubt any more, or somebody else is at it: nothing was sent.</summary>
    Settled,

    /// <summary>Its address gets no mail: nothing was sent.</summary>
    Suppressed,

    /// <summary>The provider will never take it.</summary>
    Refused,

    /// <summary>The provider took nothing for now: it is in doubt as before.</summary>
    Later,

    /// <summary>Again nobody knows.</summary>
    Unknown,
}
