using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Receipts;

/// <summary>Where the answer of each kind of field is written by hand.</summary>
internal sealed class BlankSpaces : IFieldVisitor<IReadOnlyList<BlankSpace>>
{
    private const string Day = "__ / __ / ____";
    private const int LongestList = 40;
    private const int MostLines = 12;

    private BlankSpaces()
    {
    }

    internal static BlankSpaces Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(ShortTextField field) => Lines(1);

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(LongTextField field) => Lines(Math.Clamp(field.Rows, 3, MostLines));

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(NumberField field) => Boxes($"________ {field.Unit}");

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(YesNoField field) =>
        field.DetailIf is null ? [Tick("Oui"), Tick("Non")] : [Tick("Oui"), Tick("Non"), new(BlankKind.Lines, FrenchText.Typeset(field.DetailLabel ?? "Précisez"))];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(SingleChoiceField field) => Ticks(field.Options);

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(MultipleChoiceField field) => Ticks(field.Options);

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(RankingField field) => field.Options.IsEmpty ? Lines(1) : [.. field.Options.Take(LongestList).Select(o => new BlankSpace(BlankKind.Boxes, FrenchText.Typeset($"__ {o.Label}")))];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(DateField field) => Boxes(Day);

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(TimeField field) => Boxes("__ h __");

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(DateTimeField field) => Boxes($"{Day} à __ h __");

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(MonthField field) => Boxes("__ / ____");

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(DateRangeField field) => Boxes($"Du {Day} au {Day}");

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(EmailField field) => Lines(1);

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(TelephoneField field) => Boxes("__ __ __ __ __");

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(AmountField field) => Boxes("______ , __ €");

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(RatingField field) => [.. Enumerable.Range(1, Math.Clamp(field.Max, 1, 10)).Select(i => Tick(AnswerText.Number(i)))];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(IdentifierField field) => Lines(1);

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(ConsentField field) => [Tick(string.IsNullOrWhiteSpace(field.Text) ? "J’accepte" : SmallMarkdown.Plain(field.Text))];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(FileField field) => [Tick("Copie jointe")];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(PostalAddressField field) =>
        [new(BlankKind.Lines, "Numéro et rue"), new(BlankKind.Lines, "Bâtiment, étage, appartement"), new(BlankKind.Boxes, "Code postal _____"), new(BlankKind.Lines, "Commune")];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(IdentityField field) => Parts(field.Parts);

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(CommuneField field) => [new(BlankKind.Lines, "Commune"), new(BlankKind.Boxes, "Code postal _____")];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(MapPlaceField field) => [new(BlankKind.Lines, "Adresse, ou description du lieu", 2)];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(SignatureField field) => Lines(3);

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(MatrixField field) =>
        field.Rows.IsEmpty ? Lines(1) : [.. field.Rows.Take(LongestList).Select(row => new BlankSpace(BlankKind.Lines, FrenchText.Typeset($"{row.Label} ({string.Join(", ", field.Options.Take(LongestList).Select(o => o.Label))})")))];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(RepeatedGroupField field) => [];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(ComputedField field) => [];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(InformationField field) => [];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(SectionTitleField field) => [];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(HiddenValueField field) => [];

    /// <inheritdoc/>
    public IReadOnlyList<BlankSpace> Visit(ImageField field) => [];

    private static BlankSpace[] Lines(int count) => [new(BlankKind.Lines, "", count)];

    private static BlankSpace[] Boxes(string pattern) => [new(BlankKind.Boxes, FrenchText.Typeset(pattern.Trim()))];

    private static BlankSpace Tick(string text) => new(BlankKind.Tick, FrenchText.Typeset(text));

    // A list of hundreds, such as streets, is no list to tick.
    private static IReadOnlyList<BlankSpace> Ticks(IReadOnlyList<Option> options) =>
        options.Count is 0 or > LongestList ? Lines(1) : [.. options.SelectMany(o => o.AsksDetail ? [Tick(o.Label), new BlankSpace(BlankKind.Lines, "Précisez")] : (BlankSpace[])[Tick(o.Label)])];

    private static IReadOnlyList<BlankSpace> Parts(IEnumerable<FieldPart> parts) => [.. parts.Select(p => new BlankSpace(BlankKind.Lines, p.Label))];
}
