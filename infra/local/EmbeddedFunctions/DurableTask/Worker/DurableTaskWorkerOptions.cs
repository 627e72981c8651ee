using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Worker;

/// <summary>How the worker runs orchestrators and activities. What is not set here stays as the host has it.</summary>
public class DurableTaskWorkerOptions
{
    DataConverter? dataConverter;
    TimeSpan? maximumTimerInterval;
    VersioningOptions? versioning;

    /// <summary>Which orchestrations the worker takes on.</summary>
    public enum VersionMatchStrategy
    {
        /// <summary>All of them.</summary>
        None = 0,

        /// <summary>Those of the worker's own version.</summary>
        Strict = 1,

        /// <summary>Those of the worker's version and of older ones.</summary>
        CurrentOrOlder = 2,
    }

    /// <summary>What becomes of an orchestration of a version that the worker does not take on.</summary>
    public enum VersionFailureStrategy
    {
        /// <summary>It stays as it is, for a worker that takes it on.</summary>
        Reject = 0,

        /// <summary>It fails.</summary>
        Fail = 1,
    }

    /// <summary>Null goes back to the default.</summary>
    public DataConverter DataConverter
    {
        get => dataConverter ?? JsonDataConverter.Default;
        set => dataConverter = value;
    }

    /// <summary>
    /// Longer timers are made of several of at most this length. The engine here needs none of that and cuts timers only when this
    /// is set. Running orchestrations with long timers do not survive a change of it.
    /// </summary>
    public TimeSpan MaximumTimerInterval
    {
        get => maximumTimerInterval ?? TimeSpan.FromDays(3);
        set => maximumTimerInterval = value;
    }

    public ConcurrencyOptions Concurrency { get; } = new();

    /// <summary>Null takes every orchestration on.</summary>
    public VersioningOptions? Versioning
    {
        get => versioning;
        set => (versioning, IsVersioningSet) = (value, true);
    }

    public bool IsVersioningSet { get; private set; }

    /// <summary>Asked before each step of an orchestration; one that it refuses stays as it is.</summary>
    [Obsolete("Experimental")]
    public IOrchestrationFilter? OrchestrationFilter { get; set; }

    internal DataConverter? ChosenDataConverter => dataConverter;

    internal TimeSpan? ChosenTimerInterval => maximumTimerInterval;

    /// <summary>How much runs at a time.</summary>
    public class ConcurrencyOptions
    {
        int? activities;

        public int MaximumConcurrentActivityWorkItems
        {
            get => activities ?? 100 * Environment.ProcessorCount;
            set => activities = value;
        }

        internal int? ChosenActivities => activities;
    }

    /// <summary>The worker's version and what it does with others.</summary>
    public class VersioningOptions
    {
        /// <summary>Compared with an orchestration's, see <see cref="Abstractions.TaskOrchestrationVersioningUtils.CompareVersions"/>.</summary>
        public string Version { get; set; } = string.Empty;

        /// <summary>Of sub-orchestrations that are called without a version.</summary>
        public string DefaultVersion { get; set; } = string.Empty;

        public VersionMatchStrategy MatchStrategy { get; set; } = VersionMatchStrategy.None;

        public VersionFailureStrategy FailureStrategy { get; set; } = VersionFailureStrategy.Reject;
    }
}
