using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Rendering.Fields;

namespace GruBuilder.Forms.Rendering;

/// <summary>The component that draws each kind of field.</summary>
internal sealed class FieldViews : IFieldVisitor<Type>
{
    public static readonly FieldViews Instance = new();

    public Type Visit(ShortTextField field) => typeof(ShortTextFieldView);

    public Type Visit(LongTextField field) => typeof(LongTextFieldView);

    public Type Visit(NumberField field) => typeof(NumberFieldView);

    public Type Visit(YesNoField field) => typeof(YesNoFieldView);

    public Type Visit(SingleChoiceField field) => typeof(SingleChoiceFieldView);

    public Type Visit(MultipleChoiceField field) => typeof(MultipleChoiceFieldView);

    public Type Visit(DateField field) => typeof(DateFieldView);

    public Type Visit(EmailField field) => typeof(EmailFieldView);

    public Type Visit(TelephoneField field) => typeof(TelephoneFieldView);

    public Type Visit(PostalAddressField field) => typeof(PostalAddressFieldView);

    public Type Visit(FileField field) => typeof(FileFieldView);

    public Type Visit(RepeatedGroupField field) => typeof(RepeatedGroupFieldView);

    public Type Visit(ComputedField field) => typeof(ComputedFieldView);

    public Type Visit(InformationField field) => typeof(InformationFieldView);

    public Type Visit(SectionTitleField field) => typeof(SectionTitleFieldView);

    public Type Visit(AmountField field) => typeof(AmountFieldView);

    public Type Visit(TimeField field) => typeof(TimeFieldView);

    public Type Visit(DateTimeField field) => typeof(DateTimeFieldView);

    public Type Visit(MonthField field) => typeof(MonthFieldView);

    public Type Visit(DateRangeField field) => typeof(DateRangeFieldView);

    public Type Visit(RankingField field) => typeof(RankingFieldView);

    public Type Visit(RatingField field) => typeof(RatingFieldView);

    public Type Visit(IdentifierField field) => typeof(IdentifierFieldView);

    public Type Visit(ConsentField field) => typeof(ConsentFieldView);

    public Type Visit(HiddenValueField field) => typeof(HiddenValueFieldView);

    public Type Visit(ImageField field) => typeof(ImageFieldView);

    public Type Visit(IdentityField field) => typeof(IdentityFieldView);

    public Type Visit(CommuneField field) => typeof(CommuneFieldView);

    public Type Visit(MapPlaceField field) => typeof(MapPlaceFieldView);

    public Type Visit(SignatureField field) => typeof(SignatureFieldView);

    public Type Visit(MatrixField field) => typeof(MatrixFieldView);
}
