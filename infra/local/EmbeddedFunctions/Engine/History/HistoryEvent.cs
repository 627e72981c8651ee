using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace EmbeddedFunctions.Engine.History;

/// <summary>Something that happened to an orchestration or, as a <see cref="Decision"/>, that it decided. The short names are what is stored: they never change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(ActivityCompleted), "a+")]
[JsonDerivedType(typeof(ActivityFailed), "a-")]
[JsonDerivedType(typeof(ChildCompleted), "c+")]
[JsonDerivedType(typeof(ChildFailed), "c-")]
[JsonDerivedType(typeof(TimerFired), "t+")]
[JsonDerivedType(typeof(EventRaised), "e+")]
[JsonDerivedType(typeof(Suspended), "hold")]
[JsonDerivedType(typeof(Resumed), "go")]
[JsonDerivedType(typeof(Terminated), "end")]
[JsonDerivedType(typeof(Broken), "broken")]
abstract record HistoryEvent;

/// <summary>An event that answers a call.</summary>
/// <param name="Id">The number of the call within the orchestration.</param>
abstract record Answer(int Id) : HistoryEvent;

sealed record ActivityCompleted(int Id, string? Result) : Answer(Id);

/// <param name="Final">No retry can help: there is no such activity.</param>
sealed record ActivityFailed(int Id, TaskFailureDetails Failure, bool Final = false) : Answer(Id);

sealed record ChildCompleted(int Id, string? Result) : Answer(Id);

/// <inheritdoc cref="ActivityFailed"/>
sealed record ChildFailed(int Id, TaskFailureDetails Failure, bool Final = false) : Answer(Id);

sealed record TimerFired(int Id) : Answer(Id);

sealed record EventRaised(string Name, string? Payload) : HistoryEvent;

sealed record Suspended(string? Reason) : HistoryEvent;

sealed record Resumed(string? Reason) : HistoryEvent;

sealed record Terminated(string? Output, bool Recursive) : HistoryEvent;

/// <summary>The orchestrator cannot go on, for a reason outside its own code path.</summary>
sealed record Broken(TaskFailureDetails Failure) : HistoryEvent;

/// <summary>A call that the orchestrator made.</summary>
/// <param name="Id">0, 1, 2... in the order of the calls; the same at every replay.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(ActivityScheduled), "a")]
[JsonDerivedType(typeof(ChildScheduled), "c")]
[JsonDerivedType(typeof(TimerScheduled), "t")]
[JsonDerivedType(typeof(EventSent), "e")]
abstract record Decision(int Id) : HistoryEvent;

sealed record ActivityScheduled(int Id, string Name, string? Version, string? Input) : Decision(Id);

sealed record ChildScheduled(int Id, string Name, string? Version, string InstanceId, string? Input, IDictionary<string, string>? Tags) : Decision(Id);

/// <param name="DueAt">UTC.</param>
sealed record TimerScheduled(int Id, DateTime DueAt) : Decision(Id);

sealed record EventSent(int Id, string InstanceId, string Name, string? Payload) : Decision(Id);
