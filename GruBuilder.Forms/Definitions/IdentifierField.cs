namespace GruBuilder.Forms.Definitions;

/// <summary>Official numbers that can be checked by themselves.</summary>
public enum IdentifierScheme
{
    /// <summary>A bank account of the SEPA area.</summary>
    Iban,

    /// <summary>An establishment of a company or association, 14 digits.</summary>
    Siret,

    /// <summary>A company or association, 9 digits.</summary>
    Siren,

    /// <summary>An association in the national register: W and 9 digits.</summary>
    Rna,

    /// <summary>A French number plate.</summary>
    LicencePlate,

    /// <summary>A French postal code.</summary>
    PostalCode,
}

/// <summary>An official number, checked as its scheme says and kept without spaces.</summary>
public sealed record IdentifierField : InputField
{
    /// <summary>Which number.</summary>
    public IdentifierScheme Scheme { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
