using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <summary>What an identity may be asked of.</summary>
public enum IdentityPart
{
    /// <summary>Madame, Monsieur, or neither. Never needed to answer.</summary>
    Civility,

    /// <summary>Given names.</summary>
    GivenNames,

    /// <summary>The name on the birth certificate.</summary>
    BirthName,

    /// <summary>The name that the person goes by, where it differs.</summary>
    UsageName,

    /// <summary>Day of birth.</summary>
    BirthDate,

    /// <summary>The commune of birth.</summary>
    BirthPlace,

    /// <summary>The country of birth.</summary>
    BirthCountry,

    /// <summary>Nationality.</summary>
    Nationality,
}

/// <summary>Who a person is: only the chosen parts are asked, a civility too only where it is chosen.</summary>
public sealed record IdentityField : CompositeField
{
    /// <summary>Most characters of a written part.</summary>
    public const int LongestPart = 150;

    /// <summary>What is asked, in the order of <see cref="IdentityPart"/>.</summary>
    public ImmutableArray<IdentityPart> Asked { get; init; } = [IdentityPart.GivenNames, IdentityPart.BirthName, IdentityPart.UsageName];

    /// <summary>It is the citizen's own identity, so the browser may fill it in.</summary>
    public bool IsOwnIdentity { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<FieldPart> Parts => [.. Asked.Select(a => new FieldPart(NameOf(a), LabelOf(a), a == IdentityPart.BirthDate ? AnswerKind.Date : AnswerKind.Text))];

    /// <summary>The civilities: what is stored and what is read.</summary>
    public static ImmutableArray<Option> Civilities { get; } = [new("madame", "Madame"), new("monsieur", "Monsieur")];

    /// <summary>The name of a part in the JSON.</summary>
    public static string NameOf(IdentityPart part) => JsonNamingPolicy.CamelCase.ConvertName(part.ToString());

    /// <summary>The words over its box.</summary>
    public static string LabelOf(IdentityPart part) => part switch
    {
        IdentityPart.Civility => "Civilité",
        IdentityPart.GivenNames => "Prénoms",
        IdentityPart.BirthName => "Nom de naissance",
        IdentityPart.UsageName => "Nom d'usage",
        IdentityPart.BirthDate => "Date de naissance",
        IdentityPart.BirthPlace => "Commune de naissance",
        IdentityPart.BirthCountry => "Pays de naissance",
        _ => "Nationalité",
    };

    /// <summary>Whether an identity can do without this part: not everyone has a civility to give, or a second name.</summary>
    public static bool IsOptional(IdentityPart part) => part is IdentityPart.Civility or IdentityPart.UsageName;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
