using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <summary>A question, or something shown between questions. The kinds are a closed set: see <see cref="IFieldVisitor{TResult}"/>.</summary>
public abstract record Field
{
    private protected Field() { }

    /// <summary>The name that rules, formulas and answers use; unique in the form. Letters, digits and underscores.</summary>
    public required string Key { get; init; }

    /// <summary>The question as the citizen reads it.</summary>
    public required string Label { get; init; }

    /// <summary>A hint under the label, or nothing.</summary>
    public string? Help { get; init; }

    /// <summary>The field is absent unless this holds. A section title's condition reaches every field up to the next title of the page.</summary>
    public Condition? VisibleIf { get; init; }

    /// <summary>Only agents see it; for everyone else it is absent.</summary>
    public bool Private { get; init; }

    /// <summary>How much of the line it takes on a wide screen.</summary>
    public FieldWidth Width { get; init; }

    /// <summary>What must hold besides the rules of the kind, each with its message.</summary>
    public ImmutableArray<AnswerCheck> Checks { get; init; } = [];

    /// <summary>Its texts in English; what is missing is shown in French.</summary>
    public FieldTexts? English { get; init; }

    /// <summary>Its texts in words that are easy to read, or null.</summary>
    public EasyTexts? Easy { get; init; }

    /// <summary>The block of the town that it comes from and follows; null when it is this form's own.</summary>
    public BlockLink? Block { get; init; }

    /// <summary>Calls the visitor's method of this kind.</summary>
    public abstract TResult Accept<TResult>(IFieldVisitor<TResult> visitor);
}

/// <summary>A field that takes an answer.</summary>
public abstract record InputField : Field
{
    private protected InputField() { }

    /// <summary>An answer is needed whenever the field is visible.</summary>
    public bool Required { get; init; }

    /// <summary>An answer is needed when this holds; besides <see cref="Required"/>.</summary>
    public Condition? RequiredIf { get; init; }

    /// <summary>The citizen sees the answer (default, known from the account) but cannot change it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The answer cannot be changed while this holds; besides <see cref="ReadOnly"/>.</summary>
    public Condition? ReadOnlyIf { get; init; }

    /// <summary>In a repeated group: no two rows may give the same answer.</summary>
    public bool UniqueInRows { get; init; }

    /// <summary>An example of an answer, shown with the hint, or nothing.</summary>
    public string? Example { get; init; }

    /// <summary>The answer that a newly opened form, or a new row, starts with; absent for none.</summary>
    public AnswerValue Default { get; init; }

    /// <summary>What the account knows and a newly opened form starts with, or null.</summary>
    public AccountAttribute? Prefill { get; init; }

    /// <summary>The HTML autocomplete token (given-name, family-name, bday…), or null.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>What to say when the answer is missing, instead of the usual sentence.</summary>
    public string? RequiredMessage { get; init; }

    /// <summary>Why the town asks this (RGPD, article 5-1-c), in plain words.</summary>
    public string? Purpose { get; init; }
}

/// <summary>A decimal number.</summary>
public sealed record NumberField : InputField
{
    /// <summary>Lowest allowed, or null.</summary>
    public decimal? Min { get; init; }

    /// <summary>Highest allowed, or null.</summary>
    public decimal? Max { get; init; }

    /// <summary>Digits after the comma at most; 0 for whole numbers.</summary>
    public int Decimals { get; init; }

    /// <summary>Written after the box: €, m², personnes…</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>Yes or no.</summary>
public sealed record YesNoField : InputField
{
    /// <summary>The answer for which a text box asks for more, or null.</summary>
    public bool? DetailIf { get; init; }

    /// <summary>What the text box asks, or null for the usual word.</summary>
    public string? DetailLabel { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>How a date is asked.</summary>
public enum DatePresentation
{
    /// <summary>Three boxes: for dates known by heart, such as a birth.</summary>
    Parts,

    /// <summary>A calendar: for dates close to today.</summary>
    Calendar,
}

/// <summary>A calendar day.</summary>
public sealed record DateField : InputField
{
    /// <summary>Earliest day, or null.</summary>
    public DateBound? Min { get; init; }

    /// <summary>Latest day, or null.</summary>
    public DateBound? Max { get; init; }

    /// <summary>Three boxes or a calendar.</summary>
    public DatePresentation Presentation { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>An e-mail address.</summary>
public sealed record EmailField : InputField
{
    /// <summary>It is written twice, against slips.</summary>
    public bool Confirm { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>A telephone number, French or with an international prefix.</summary>
public sealed record TelephoneField : InputField
{
    /// <summary>It is written twice, against slips.</summary>
    public bool Confirm { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>A postal address: street, complement, postal code, town.</summary>
public sealed record PostalAddressField : InputField
{
    /// <summary>The address is the citizen's own, so the browser may fill it in.</summary>
    public bool IsOwnAddress { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>Families of files that a field takes.</summary>
public enum FileFamily
{
    /// <summary>Photos: JPEG, PNG, WebP, HEIC.</summary>
    Image,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Text documents and tables: ODT, ODS, DOCX, XLSX.</summary>
    Document,
}

/// <summary>One or several files.</summary>
public sealed record FileField : InputField
{
    /// <summary>What is taken; empty means every family.</summary>
    public ImmutableArray<FileFamily> Families { get; init; } = [];

    /// <summary>Most files.</summary>
    public int MaxFiles { get; init; } = 1;

    /// <summary>Largest size of one file, in megabytes (10^6 bytes).</summary>
    public int MaxMegabytes { get; init; } = 10;

    /// <summary>A telephone also offers its camera at once.</summary>
    public bool Camera { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>How the rows of a repeated group are drawn.</summary>
public enum GroupLayout
{
    /// <summary>A card for each row, opened one at a time.</summary>
    Cards,

    /// <summary>A table with a line for each row; cards on a narrow screen.</summary>
    Table,
}

/// <summary>The same questions asked for each of several things: each child, each car. Holds no other group.</summary>
public sealed record RepeatedGroupField : Field
{
    private static readonly string[] Articles = ["un ", "une ", "a ", "an "];

    /// <summary>What one row is called, best with its article: « un enfant », « une voiture ».</summary>
    public string RowLabel { get; init; } = "un élément";

    /// <summary>The row's name without its article: « enfant ».</summary>
    public string RowNoun => Articles.FirstOrDefault(a => RowLabel.StartsWith(a, StringComparison.OrdinalIgnoreCase)) is { } article ? RowLabel[article.Length..] : RowLabel;

    /// <summary>The name of the row at a zero-based place: « Enfant 1 ».</summary>
    public string RowName(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(RowNoun.Length == 0 ? "" : char.ToUpperInvariant(RowNoun[0]) + RowNoun[1..])} {index + 1}");

    /// <summary>How the rows are drawn.</summary>
    public GroupLayout Layout { get; init; }

    /// <summary>Fewest rows.</summary>
    public int MinRows { get; init; }

    /// <summary>Most rows.</summary>
    public int MaxRows { get; init; } = 20;

    /// <summary>The questions of each row.</summary>
    public ImmutableArray<Field> Fields { get; init; } = [];

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>How a computed value is written.</summary>
public enum ComputedFormat
{
    /// <summary>As its type suggests.</summary>
    Plain,

    /// <summary>An amount in euros, two decimals.</summary>
    Euros,
}

/// <summary>A value computed from other answers.</summary>
public sealed record ComputedField : Field
{
    /// <summary>The formula's text; see <c>docs/form-model.md</c>.</summary>
    public required string Formula { get; init; }

    /// <summary>How the value is written.</summary>
    public ComputedFormat Format { get; init; }

    /// <summary>Written after the value.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>What a text to read is for.</summary>
public enum InformationTone
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>To be heeded.</summary>
    Warning,

    /// <summary>Good news.</summary>
    Success,
}

/// <summary>A text to read. Its <see cref="Field.Label"/> is a short title, possibly empty.</summary>
public sealed record InformationField : Field
{
    /// <summary>Paragraphs, lists and links in a small Markdown; no HTML.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it is for.</summary>
    public InformationTone Tone { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>A title over the questions that follow on the page; its condition reaches them all.</summary>
public sealed record SectionTitleField : Field
{
    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TResult> visitor) => visitor.Visit(this);
}
