namespace Ilnp.Local.Pilot.Crowd;

/// <summary>How far the crowd has come in this run of the command.</summary>
sealed class CrowdCounts
{
    int applications, mails, answers;

    public int Applications => Volatile.Read(ref applications);

    public int Mails => Volatile.Read(ref mails);

    public int Answers => Volatile.Read(ref answers);

    public void Applied() => Interlocked.Increment(ref applications);

    public void Read(int count) => Interlocked.Add(ref mails, count);

    public void Answered() => Interlocked.Increment(ref answers);
}
