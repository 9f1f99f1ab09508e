using GruBuilder.Web.Data;

namespace GruBuilder.Web.Features.Catalogue;

/// <summary>A published form. It never changes: requests keep the version they were made with.</summary>
public sealed class FormVersion : IAppendOnly
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The procedure whose form it is.</summary>
    public required Guid ProcedureId { get; init; }

    /// <summary>The procedure; null unless loaded.</summary>
    public Procedure? Procedure { get; init; }

    /// <summary>1, 2, 3… within the procedure.</summary>
    public required int Number { get; init; }

    /// <summary>The definition's JSON, to the byte as published.</summary>
    public required string Definition { get; init; }

    /// <summary>SHA-256 of the definition in UTF-8, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Who published it; null for the application itself.</summary>
    public Guid? PublishedById { get; init; }

    /// <summary>Name of who published it.</summary>
    public required string PublishedBy { get; init; }
}
