using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>What kind of value an expression gives, known when the form is drawn.</summary>
public enum ValueType
{
    /// <summary>Not known, or wrong elsewhere already.</summary>
    Unknown,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A day and a time.</summary>
    Moment,

    /// <summary>A month of a year.</summary>
    Month,

    /// <summary>Several chosen values.</summary>
    List,

    /// <summary>An address, files, a range of days: only whether it is answered can be asked.</summary>

    /// <summary>An address, files, or an answer in parts: only whether it is answered can be asked.</summary>
    Opaque,

    /// <summary>The rows of a repeated group: they can be counted.</summary>
    Rows,
}

/// <summary>The type that each kind of field gives; a computed field's comes from its formula.</summary>
internal sealed class FieldTypes : IFieldVisitor<ValueType>
{
    public static readonly FieldTypes Instance = new();

    public ValueType Visit(ShortTextField field) => ValueType.Text;

    public ValueType Visit(LongTextField field) => ValueType.Text;

    public ValueType Visit(NumberField field) => ValueType.Number;

    public ValueType Visit(YesNoField field) => ValueType.Boolean;

    public ValueType Visit(SingleChoiceField field) => ValueType.Text;

    public ValueType Visit(MultipleChoiceField field) => ValueType.List;

    public ValueType Visit(DateField field) => ValueType.Date;

    public ValueType Visit(EmailField field) => ValueType.Text;

    public ValueType Visit(TelephoneField field) => ValueType.Text;

    public ValueType Visit(PostalAddressField field) => ValueType.Opaque;

    public ValueType Visit(FileField field) => ValueType.Opaque;

    public ValueType Visit(RepeatedGroupField field) => ValueType.Rows;

    public ValueType Visit(ComputedField field) => ValueType.Unknown;

    public ValueType Visit(InformationField field) => ValueType.Opaque;

    public ValueType Visit(SectionTitleField field) => ValueType.Opaque;

    public ValueType Visit(AmountField field) => ValueType.Number;

    public ValueType Visit(TimeField field) => ValueType.Time;

    public ValueType Visit(DateTimeField field) => ValueType.Moment;

    public ValueType Visit(MonthField field) => ValueType.Month;

    // Its days come through start() and end().
    public ValueType Visit(DateRangeField field) => ValueType.Opaque;

    public ValueType Visit(RankingField field) => ValueType.List;

    public ValueType Visit(RatingField field) => ValueType.Number;

    public ValueType Visit(IdentifierField field) => ValueType.Text;

    public ValueType Visit(ConsentField field) => ValueType.Boolean;

    public ValueType Visit(HiddenValueField field) => ValueType.Text;

    public ValueType Visit(ImageField field) => ValueType.Opaque;

    public ValueType Visit(IdentityField field) => ValueType.Opaque;

    public ValueType Visit(CommuneField field) => ValueType.Opaque;

    public ValueType Visit(MapPlaceField field) => ValueType.Opaque;

    public ValueType Visit(SignatureField field) => ValueType.Opaque;

    public ValueType Visit(MatrixField field) => ValueType.Opaque;

    /// <summary>The type of a single value.</summary>
    public static ValueType Of(AnswerKind kind) => kind switch
    {
        AnswerKind.Text => ValueType.Text,
        AnswerKind.Number => ValueType.Number,
        AnswerKind.Boolean => ValueType.Boolean,
        AnswerKind.Date => ValueType.Date,
        AnswerKind.Time => ValueType.Time,
        AnswerKind.DateTime => ValueType.Moment,
        AnswerKind.Month => ValueType.Month,
        AnswerKind.List => ValueType.List,
        _ => ValueType.Unknown,
    };

    /// <summary>A plain French name for messages.</summary>
    public static string NameOf(ValueType type) => type switch
    {
        ValueType.Text => "un texte",
        ValueType.Number => "un nombre",
        ValueType.Boolean => "oui ou non",
        ValueType.Date => "une date",
        ValueType.Time => "une heure",
        ValueType.Moment => "un jour et une heure",
        ValueType.Month => "un mois",
        ValueType.List => "plusieurs choix",
        ValueType.Rows => "plusieurs lignes",
        _ => "une valeur sans calcul possible",
    };
}
