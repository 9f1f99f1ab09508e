using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <summary>A signature: drawn, or one's name typed and « Je signe » ticked. Either is enough.</summary>
public sealed record SignatureField : CompositeField
{
    /// <summary>The drawing, as <see cref="SignatureStrokes"/> writes it.</summary>
    public const string Strokes = "strokes";

    /// <summary>The typed name.</summary>
    public const string SignerName = "name";

    /// <summary>Whether « Je signe » is ticked.</summary>
    public const string Agreed = "agreed";

    /// <summary>Most characters of the name.</summary>
    public const int LongestName = 150;

    private static readonly ImmutableArray<FieldPart> AllParts =
        [new(SignerName, "Votre nom"), new(Agreed, "Je signe", AnswerKind.Boolean), new(Strokes, "Signature dessinée")];

    /// <inheritdoc/>
    public override ImmutableArray<FieldPart> Parts => AllParts;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
