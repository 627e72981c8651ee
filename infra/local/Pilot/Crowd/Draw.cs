using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>
/// Chance without a sequence: the same seed, person and question give the same answer, in whatever order, thread or run
/// it is asked.
/// </summary>
/// <param name="seed">Of the whole run.</param>
sealed class Draw(int seed)
{
    /// <summary>From 0, inclusive, to 1, exclusive.</summary>
    public double Share(string who, string what) => (Number(who, what) >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability, string who, string what) => Share(who, what) < probability;

    /// <summary>One of the choices, each as likely as its weight.</summary>
    public T Weighted<T>(IReadOnlyList<(T Choice, double Weight)> choices, string who, string what)
    {
        var left = Share(who, what) * choices.Sum(choice => choice.Weight);
        foreach (var (choice, weight) in choices)
            if ((left -= weight) < 0) return choice;
        return choices[^1].Choice;
    }

    public T OneOf<T>(IReadOnlyList<T> choices, string who, string what) => choices[(int)(Share(who, what) * choices.Count)];

    /// <summary>Everybody in an order that says nothing about them.</summary>
    public IReadOnlyList<string> Ranked(IEnumerable<string> people, string what) =>
        [.. people.Distinct().OrderBy(who => Number(who, what)).ThenBy(who => who, StringComparer.Ordinal)];

    ulong Number(string who, string what) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{who}\n{what}")));
}
