namespace FunctionsHost.Http;

/// <summary>Marks the endpoints that are the app's or the host's own.</summary>
sealed class Served;
