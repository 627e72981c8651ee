using Ilnp.Committee.SignIn;

namespace Ilnp.Committee.Drafts;

/// <summary>The draft of the first cohort, before there is a committee that could sign in.</summary>
public sealed class FirstDraft(DraftStore drafts, SignInLinks links, TimeProvider time)
{
    /// <summary>A link that signs in once, to that draft alone. Asked again, it leads to the same draft.</summary>
    public async Task<Uri> LinkAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var draft = (await drafts.ListAsync(cancellation)).FirstOrDefault(draft => draft.Owner.Length == 0);
        if (draft is null)
        {
            draft = new(DraftStore.NewId(), NewDraft.First(DateOnly.FromDateTime(now.UtcDateTime)), "", "", now);
            await drafts.AddAsync(draft, cancellation);
        }

        var only = CommitteeSessions.OfDraft(draft.Id);
        return links.Address(only, new() { Id = only, Name = "", Email = "" }, DraftPages.PathOf(draft.Id));
    }
}
