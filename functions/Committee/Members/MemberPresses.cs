using System.Text;
using Ilnp.Committee.Acts;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Committee.Members;

/// <summary>Buttons that change the committee: what one of them did is known when it is pressed again.</summary>
public sealed class MemberPresses(CommitteeActStore acts, MemberActs doing, TimeProvider time)
{
    /// <summary>What this press has begun before; null for nothing.</summary>
    public static CommitteeAct? Before(HttpRequest request, CommitteeFile file) => file.Acts.FirstOrDefault(act => act.Press == Of(request));

    public CommitteeAct Act(HttpRequest request, CommitteeFile file, MemberChange change) =>
        new(CommitteeFile.Subject, time.GetUtcNow(), file.Reader.Member.Id, change.Action) { Member = change, Press = Of(request), Changes = [.. change.Fields] };

    /// <summary>False when somebody has changed the committee since the page was shown: nothing was done.</summary>
    public async Task<bool> DoAsync(
        HttpRequest request, CommitteeFile file, CommitteeAct act, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        var cancellation = request.HttpContext.RequestAborted;
        return act.IsDone || await acts.DoOnceAsync(
            file.Cohort.Id, act.Press!, act, begun => doing.DoAsync(file, ActAddress.AboutOf(request), begun, posted, cancellation), cancellation);
    }

    static string Of(HttpRequest request) => StableIds.Of(Encoding.UTF8.GetBytes($"{request.Path} {ActAddress.PressOf(request)}"));
}
