namespace FunctionsHost.Durable.Backup;

/// <summary>A backup that cannot be made or taken back, in words for whoever asked for it.</summary>
sealed class BackupProblem(string message) : Exception(message);
