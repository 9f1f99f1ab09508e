namespace GruBuilder.Forms.Definitions;

/// <summary>The JSON names of the field kinds.</summary>
public sealed class FieldKinds : IFieldVisitor<string>
{
    private static readonly FieldKinds Instance = new();

    private FieldKinds() { }

    /// <summary>An empty field of every kind, in the order of the palette; of a kind with schemes, one for each.</summary>
    public static IReadOnlyList<Field> Samples { get; } =
    [
        new ShortTextField { Key = "", Label = "" },
        new LongTextField { Key = "", Label = "" },
        new NumberField { Key = "", Label = "" },
        new YesNoField { Key = "", Label = "" },
        new SingleChoiceField { Key = "", Label = "" },
        new MultipleChoiceField { Key = "", Label = "" },
        new DateField { Key = "", Label = "" },
        new EmailField { Key = "", Label = "" },
        new TelephoneField { Key = "", Label = "" },
        new PostalAddressField { Key = "", Label = "" },
        new FileField { Key = "", Label = "" },
        new RepeatedGroupField { Key = "", Label = "" },
        new ComputedField { Key = "", Label = "", Formula = "" },
        new InformationField { Key = "", Label = "" },
        new SectionTitleField { Key = "", Label = "" },
        new AmountField { Key = "", Label = "" },
        new TimeField { Key = "", Label = "" },
        new DateTimeField { Key = "", Label = "" },
        new MonthField { Key = "", Label = "" },
        new DateRangeField { Key = "", Label = "" },
        new RankingField { Key = "", Label = "" },
        new RatingField { Key = "", Label = "" },
        .. Enum.GetValues<IdentifierScheme>().Select(s => new IdentifierField { Key = "", Label = "", Scheme = s }),
        new ConsentField { Key = "", Label = "" },
        new HiddenValueField { Key = "", Label = "" },
        new ImageField { Key = "", Label = "" },
        new IdentityField { Key = "", Label = "" },
        new CommuneField { Key = "", Label = "" },
        new MapPlaceField { Key = "", Label = "" },
        new SignatureField { Key = "", Label = "" },
        new MatrixField { Key = "", Label = "" },
    ];

    private static Dictionary<string, Field> ByName { get; } = Samples.DistinctBy(NameOf, StringComparer.Ordinal).ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The JSON name of the field's kind.</summary>
    public static string NameOf(Field field) => field.Accept(Instance);

    /// <summary>An empty field of the kind with this JSON name, or null.</summary>
    public static Field? Sample(string name) => ByName.GetValueOrDefault(name);

    /// <inheritdoc/>
    public string Visit(ShortTextField field) => "shortText";

    /// <inheritdoc/>
    public string Visit(LongTextField field) => "longText";

    /// <inheritdoc/>
    public string Visit(NumberField field) => "number";

    /// <inheritdoc/>
    public string Visit(YesNoField field) => "yesNo";

    /// <inheritdoc/>
    public string Visit(SingleChoiceField field) => "singleChoice";

    /// <inheritdoc/>
    public string Visit(MultipleChoiceField field) => "multipleChoice";

    /// <inheritdoc/>
    public string Visit(DateField field) => "date";

    /// <inheritdoc/>
    public string Visit(EmailField field) => "email";

    /// <inheritdoc/>
    public string Visit(TelephoneField field) => "telephone";

    /// <inheritdoc/>
    public string Visit(PostalAddressField field) => "postalAddress";

    /// <inheritdoc/>
    public string Visit(FileField field) => "file";

    /// <inheritdoc/>
    public string Visit(RepeatedGroupField field) => "repeatedGroup";

    /// <inheritdoc/>
    public string Visit(ComputedField field) => "computed";

    /// <inheritdoc/>
    public string Visit(InformationField field) => "information";

    /// <inheritdoc/>
    public string Visit(SectionTitleField field) => "sectionTitle";

    /// <inheritdoc/>
    public string Visit(AmountField field) => "amount";

    /// <inheritdoc/>
    public string Visit(TimeField field) => "time";

    /// <inheritdoc/>
    public string Visit(DateTimeField field) => "dateTime";

    /// <inheritdoc/>
    public string Visit(MonthField field) => "month";

    /// <inheritdoc/>
    public string Visit(DateRangeField field) => "dateRange";

    /// <inheritdoc/>
    public string Visit(RankingField field) => "ranking";

    /// <inheritdoc/>
    public string Visit(RatingField field) => "rating";

    /// <inheritdoc/>
    public string Visit(IdentifierField field) => "identifier";

    /// <inheritdoc/>
    public string Visit(ConsentField field) => "consent";

    /// <inheritdoc/>
    public string Visit(HiddenValueField field) => "hiddenValue";

    /// <inheritdoc/>
    public string Visit(ImageField field) => "image";

    /// <inheritdoc/>
    public string Visit(IdentityField field) => "identity";

    /// <inheritdoc/>
    public string Visit(CommuneField field) => "commune";

    /// <inheritdoc/>
    public string Visit(MapPlaceField field) => "mapPlace";

    /// <inheritdoc/>
    public string Visit(SignatureField field) => "signature";

    /// <inheritdoc/>
    public string Visit(MatrixField field) => "matrix";
}
