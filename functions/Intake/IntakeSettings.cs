namespace Ilnp.Intake;

/// <summary>How applications come in.</summary>
public sealed record IntakeSettings;
