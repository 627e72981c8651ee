using System.Globalization;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Meetings;

/// <summary>A sitting's begin as somebody's calendar and clock have it.</summary>
public static class SittingWords
{
    /// <summary>For instance "Friday, 24 April 2020, 14:05".</summary>
    public static string At(DateTimeOffset moment, string zone, string language)
    {
        var local = Zones.Local(moment, zone);
        return $"{DateText.Day(DateOnly.FromDateTime(local), language)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}
