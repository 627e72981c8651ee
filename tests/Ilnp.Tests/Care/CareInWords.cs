using Ilnp.Care.Concerns;

namespace Ilnp.Tests.Care;

/// <summary>A turn as the README's table writes it.</summary>
static class CareInWords
{
    public static string Of(CareTurn turn)
    {
        List<string> words = [.. turn.Acts.Select(Of)];
        if (turn.Parting is { } parting) words.AddRange(Of(parting, turn.Group.Members));
        return words.Count == 0 ? "nothing" : string.Join("; ", words);
    }

    static string Of(CareAct act) => act switch
    {
        AskPulse => "ask how it goes",
        Nudging nudge => $"nudge {nudge.Concern.AboutId}",
        AskingAgain again => $"ask {again.Concern.AboutId} again",
        Reassuring word => $"reassure {word.Concern.FromId}",
        Reconnecting both => $"reconnect {Names([both.Concern.AboutId, both.Concern.FromId!])}",
        AskingToDecide ask =>
            $"ask {(ask.Concern.Kind == ConcernKind.Trouble ? "leads" : "liaison")}{(ask.Concern.Letter > 0 ? " again" : "")}: "
                + $"{What(ask.Concern)}",
        TellingResolved => "tell liaison that it is resolved",
        TellingStillHere here => $"tell {here.Concern.FromId} that {here.Concern.AboutId} goes on",
        TellingAnswered answered => $"tell {answered.Concern.FromId} that {answered.Concern.AboutId} has answered",
        TellingBack back => $"tell that {back.PersonId} is back",
        TellingPause pause => $"tell of the pause of {pause.PersonId}",
        WelcomingBack back => $"welcome {back.PersonId} back",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    static string What(Concern concern) => concern.Kind switch
    {
        ConcernKind.Mutual => "mutual",
        ConcernKind.Quiet => "quiet",
        ConcernKind.Silence => $"silence of {concern.AboutId}",
        ConcernKind.Mismatch => $"mismatch of {concern.AboutId}",
        _ => $"trouble of {concern.AboutId}",
    };

    static IEnumerable<string> Of(Parting parting, IReadOnlyList<string> staying)
    {
        if (parting.Apart)
        {
            yield return parting.First is { } first ? $"all part, {first} first" : "all part";
            yield break;
        }

        if (parting.Leaving.Count > 0) yield return $"{Names(parting.Leaving)} {(parting.Leaving.Count == 1 ? "leaves" : "leave")}";
        if (parting.Resting.Count > 0) yield return $"{Names(parting.Resting)} {(parting.Resting.Count == 1 ? "rests" : "rest")}";
        if (staying.Count > 1) yield return $"{Names(staying)} go on";
        else if (staying.Count == 1) yield return $"{staying[0]} seeks";
    }

    static string Names(IEnumerable<string> people) => string.Join(" and ", people.Order(StringComparer.Ordinal));
}
