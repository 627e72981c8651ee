namespace Microsoft.Azure.Functions.Worker;

/// <summary>Why a timer function runs.</summary>
public class TimerInfo
{
    /// <summary>The run is later than scheduled: it was missed while the host was down.</summary>
    public bool IsPastDue { get; set; }

    /// <summary>Null for schedules without a monitor.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }
}

/// <summary>A schedule's runs, in UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last scheduled run; <c>default</c> before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>When this record was last written.</summary>
    public DateTime LastUpdated { get; set; }

    /// <summary>The next scheduled run.</summary>
    public DateTime Next { get; set; }
}
