using System.Globalization;

namespace GruBuilder.Forms.Definitions;

/// <content>The kinds beside the usual ones, and what choices say of their options.</content>
internal sealed partial class DefinitionReader
{
    private Option? ReadOption(JsonReading option)
    {
        var made = new Option(option.Required("value"), option.Required("label"), option.Text("help"))
        {
            AsksDetail = option.Flag("asksDetail"),
            Exclusive = option.Flag("exclusive"),
            Parent = option.Text("parent"),
            VisibleIf = ReadCondition(option, "visibleIf"),
            English = option.Text("english"),
            EnglishOf = option.Text("englishOf"),
            EnglishHelp = option.Text("englishHelp"),
            EnglishHelpOf = option.Text("englishHelpOf"),
        };
        option.Done();
        return made;
    }

    private TChoice ReadChoice<TChoice>(TChoice field)
        where TChoice : ChoiceField => field with { Options = _at.List("options", ReadOption, ChoiceField.MostOptions), List = _at.Text("list") };

    private TimeOnly? ReadTime(string property)
    {
        if (_at.Text(property) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        _at.Problem(property, $"« {JsonReading.Short(text)} » n'est pas une heure : écrivez 14:30");
        return null;
    }

    private bool? ReadYesNo(string property)
    {
        switch (_at.Text(property))
        {
            case null: return null;
            case "yes": return true;
            case "no": return false;
            case var other:
                _at.Problem(property, $"« {JsonReading.Short(other)} » n'est pas possible ici. Valeurs possibles : yes, no");
                return null;
        }
    }

    public Field Visit(YesNoField field) => field with { DetailIf = ReadYesNo("detailIf"), DetailLabel = _at.Text("detailLabel") };

    public Field Visit(SingleChoiceField field) => ReadChoice(field) with
    {
        Presentation = _at.Text("presentation") is null ? null : _at.Choice("presentation", ChoicePresentation.Radio),
        LinkedTo = _at.Text("linkedTo"),
    };

    public Field Visit(MultipleChoiceField field) => ReadChoice(field) with
    {
        MinChoices = _at.Integer("minChoices"),
        MaxChoices = _at.Integer("maxChoices", 1),
    };

    public Field Visit(RankingField field) => ReadChoice(field);

    public Field Visit(EmailField field) => field with { Confirm = _at.Flag("confirm") };

    public Field Visit(TelephoneField field) => field with { Confirm = _at.Flag("confirm") };

    public Field Visit(InformationField field) => field with
    {
        Text = _at.Text("text") ?? "",
        Tone = _at.Choice("tone", InformationTone.Information),
    };

    public Field Visit(AmountField field) => field with { Min = _at.Decimal("min"), Max = _at.Decimal("max") };

    public Field Visit(TimeField field) => field with { Min = ReadTime("min"), Max = ReadTime("max"), Step = _at.Integer("step", 1, 720) };

    public Field Visit(DateTimeField field) => field with { Min = ReadBound("min"), Max = ReadBound("max") };

    public Field Visit(MonthField field) => field with { Min = ReadBound("min"), Max = ReadBound("max") };

    public Field Visit(DateRangeField field) => field with { Min = ReadBound("min"), Max = ReadBound("max"), MaxDays = _at.Integer("maxDays", 1, 36_600) };

    public Field Visit(RatingField field) => field with
    {
        Max = _at.Integer("max", 2, RatingField.Longest) ?? field.Max,
        LowLabel = _at.Text("lowLabel"),
        HighLabel = _at.Text("highLabel"),
    };

    public Field Visit(IdentifierField field)
    {
        if (_at.Any("scheme") is null) _at.Problem("scheme", $"ce texte manque. Valeurs possibles : {string.Join(", ", EnumNames<IdentifierScheme>.All)}");
        return field with { Scheme = _at.Choice("scheme", IdentifierScheme.Iban) };
    }

    public Field Visit(ConsentField field) => field with { Text = _at.Text("text") ?? "" };

    public Field Visit(HiddenValueField field) => field with
    {
        QueryParameter = _at.Text("queryParameter"),
        ShowOnReceipt = _at.Flag("showOnReceipt"),
    };

    public Field Visit(ImageField field) => field with
    {
        Source = _at.Text("source") ?? "",
        AlternativeText = _at.Text("alternativeText"),
        Caption = _at.Text("caption"),
    };
}
