using System.Text;
using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Committee.Members;

/// <summary>Buttons that change the committee: what one of them did is known when it is pressed again.</summary>
public sealed class MemberPresses(CommitteeActStore acts, MemberActs doing, CommitteeForms forms, TimeProvider time)
{
    /// <summary>What this press has begun before; null for nothing.</summary>
    public static CommitteeAct? Before(HttpRequest request, CommitteeFile file) =>
        file.Acts.FirstOrDefault(act => act.Press == Of(request));

    /// <param name="request">The press.</param>
    /// <param name="file">As it is.</param>
    /// <param name="change">What is wished.</param>
    /// <param name="posted">With who was chosen for each group.</param>
    public CommitteeAct Act(
        HttpRequest request, CommitteeFile file, MemberChange change, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        new(CommitteeFile.Subject, time.GetUtcNow(), file.Reader.Member.Id, change.Action)
        {
            Member = change,
            To = MemberEffects.Of(file, change, forms, posted).To,
            Press = Of(request),
            Changes = [.. change.Fields],
        };

    /// <summary>False when somebody has changed the committee since the page was shown: nothing was done.</summary>
    public async Task<bool> DoAsync(HttpRequest request, CommitteeFile file, CommitteeAct act) =>
        act.IsDone || await DoAsync(file, act, ActAddress.AboutOf(request), request.HttpContext.RequestAborted);

    /// <summary>Goes on with what ended half-way; what had not begun to take effect is given up.</summary>
    public async Task GoOnAsync(CommitteeFile file, string press, CancellationToken cancellation)
    {
        if (file.Acts.FirstOrDefault(act => act.Press == press && !act.IsDone) is { } act)
            await DoAsync(file, act, version: "", cancellation);
    }

    async Task<bool> DoAsync(CommitteeFile file, CommitteeAct act, string version, CancellationToken cancellation) =>
        (await acts.DoOnceAsync(
            file.Cohort.Id, act.Press!, act, begun => doing.DoAsync(file, version, begun, cancellation), cancellation)).IsDone;

    static string Of(HttpRequest request) => StableIds.Of(Encoding.UTF8.GetBytes($"{request.Path} {ActAddress.PressOf(request)}"));
}
