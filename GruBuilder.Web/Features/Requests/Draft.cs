using GruBuilder.Web.Features.Accounts;
using GruBuilder.Web.Features.Catalogue;

namespace GruBuilder.Web.Features.Requests;

/// <summary>A request that a citizen has begun and not yet sent.</summary>
public sealed class Draft
{
    /// <summary>The answers of a draft in which nothing was answered yet.</summary>
    public const string NoAnswers = "{}";

    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Whose it is; null unless loaded.</summary>
    public Account? Account { get; init; }

    /// <summary>The form that is being filled.</summary>
    public required Guid FormVersionId { get; init; }

    /// <summary>The form; null unless loaded.</summary>
    public FormVersion? FormVersion { get; init; }

    /// <summary>The answers so far, as JSON.</summary>
    public string Answers { get; private set; } = NoAnswers;

    /// <summary>Key of the page where the person stands, or null at the start.</summary>
    public string? PageKey { get; private set; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last saved.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Files joined so far; empty unless loaded.</summary>
    public List<StoredFile> Files { get; } = [];

    /// <summary>Keeps the answers and the place.</summary>
    /// <param name="answers">The answers' JSON.</param>
    /// <param name="pageKey">The page where the person stands.</param>
    /// <param name="now">The moment.</param>
    public void Save(string answers, string? pageKey, DateTimeOffset now) => (Answers, PageKey, UpdatedAt) = (answers, pageKey, now);
}
