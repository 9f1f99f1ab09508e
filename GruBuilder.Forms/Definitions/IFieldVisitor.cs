namespace GruBuilder.Forms.Definitions;

/// <summary>One method for each kind of field: a new kind breaks the build wherever it must be known.</summary>
/// <typeparam name="TResult">What each method gives.</typeparam>
public interface IFieldVisitor<out TResult>
{
    /// <summary>Short text.</summary>
    TResult Visit(ShortTextField field);

    /// <summary>Long text.</summary>
    TResult Visit(LongTextField field);

    /// <summary>Number.</summary>
    TResult Visit(NumberField field);

    /// <summary>Yes or no.</summary>
    TResult Visit(YesNoField field);

    /// <summary>Single choice.</summary>
    TResult Visit(SingleChoiceField field);

    /// <summary>Multiple choice.</summary>
    TResult Visit(MultipleChoiceField field);

    /// <summary>Date.</summary>
    TResult Visit(DateField field);

    /// <summary>E-mail.</summary>
    TResult Visit(EmailField field);

    /// <summary>Telephone.</summary>
    TResult Visit(TelephoneField field);

    /// <summary>Postal address.</summary>
    TResult Visit(PostalAddressField field);

    /// <summary>File.</summary>
    TResult Visit(FileField field);

    /// <summary>Repeated group.</summary>
    TResult Visit(RepeatedGroupField field);

    /// <summary>Computed value.</summary>
    TResult Visit(ComputedField field);

    /// <summary>Information text.</summary>
    TResult Visit(InformationField field);

    /// <summary>Section title.</summary>
    TResult Visit(SectionTitleField field);

    /// <summary>Amount.</summary>
    TResult Visit(AmountField field);

    /// <summary>Time of day.</summary>
    TResult Visit(TimeField field);

    /// <summary>Day and time.</summary>
    TResult Visit(DateTimeField field);

    /// <summary>Month.</summary>
    TResult Visit(MonthField field);

    /// <summary>First and last day.</summary>
    TResult Visit(DateRangeField field);

    /// <summary>Options put in order.</summary>
    TResult Visit(RankingField field);

    /// <summary>Mark on a scale.</summary>
    TResult Visit(RatingField field);

    /// <summary>Official number.</summary>
    TResult Visit(IdentifierField field);

    /// <summary>Box to tick under a text.</summary>
    TResult Visit(ConsentField field);

    /// <summary>Value that is neither seen nor given.</summary>
    TResult Visit(HiddenValueField field);

    /// <summary>Picture.</summary>
    TResult Visit(ImageField field);

    /// <summary>Identity.</summary>
    TResult Visit(IdentityField field);

    /// <summary>Commune.</summary>
    TResult Visit(CommuneField field);

    /// <summary>Place on a map.</summary>
    TResult Visit(MapPlaceField field);

    /// <summary>Signature.</summary>
    TResult Visit(SignatureField field);

    /// <summary>Matrix.</summary>
    TResult Visit(MatrixField field);
}
