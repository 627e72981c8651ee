namespace Ilnp.Tests.Repetition;

/// <summary>An activity in a situation.</summary>
/// <param name="Activity">Its name, and in which situation.</param>
/// <param name="Arrange">Puts the situation into storage.</param>
/// <param name="Run">Runs the activity in a process; gives what it gives.</param>
/// <param name="Mails">What it writes, <c>template recipient</c> in the order of the alphabet.</param>
sealed record Scenario(string Activity, Func<Stage, Task> Arrange, Func<OneProcess, Task<object?>> Run, params string[] Mails);
