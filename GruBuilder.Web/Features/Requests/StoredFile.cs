namespace GruBuilder.Web.Features.Requests;

/// <summary>A file that a person joined. Its bytes are kept in the data directory under <see cref="Id"/>.</summary>
public sealed class StoredFile
{
    /// <summary>Identifier, also the name under which the bytes are kept.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who joined it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The draft it belongs to, until sent.</summary>
    public Guid? DraftId { get; set; }

    /// <summary>The request it belongs to, once sent.</summary>
    public Guid? RequestId { get; set; }

    /// <summary>Whether an agent joined it to a question kept for the department: the citizen never sees it.</summary>
    public bool ForDepartment { get; init; }

    /// <summary>Key of the field, such as <c>photo</c>.</summary>
    public required string FieldKey { get; init; }

    /// <summary>Name on the person's device, without a path.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>As recognised from its first bytes, never as claimed.</summary>
    public required string ContentType { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was joined.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A name as it is kept: what a device gave, without path nor control characters, 120 characters at most.</summary>
    public static string NameOf(string given)
    {
        var last = given.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return clean.Length == 0 ? "fichier" : clean.Length > 120 ? clean[^120..] : clean;
    }
}
