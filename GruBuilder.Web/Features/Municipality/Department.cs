namespace GruBuilder.Web.Features.Municipality;

/// <summary>A department of the town: what a procedure depends on and what agents belong to.</summary>
public sealed class Department
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Short stable name, such as <c>voirie</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Name, as citizens read it.</summary>
    public required string Name { get; set; }

    /// <summary>E-mail of the department.</summary>
    public required string Email { get; set; }

    /// <summary>Telephone, as people write it.</summary>
    public required string Telephone { get; set; }

    /// <summary>Postal address, one line per line.</summary>
    public required string PostalAddress { get; set; }
}
