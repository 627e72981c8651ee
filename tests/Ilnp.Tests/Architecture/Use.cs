namespace Ilnp.Tests.Architecture;

/// <summary>Something in one room uses something in another.</summary>
/// <param name="From">Room that uses.</param>
/// <param name="User">Type or file there.</param>
/// <param name="To">Room that is used.</param>
/// <param name="Used">Type or namespace there.</param>
sealed record Use(string From, string User, string To, string Used);
