using System.Globalization;

namespace GruBuilder.Forms.Definitions;

/// <content>The kinds beside the usual ones, and what choices say of their options.</content>
internal sealed partial class DefinitionWriter
{
    private void WriteChoice(ChoiceField field)
    {
        // What a reference list gives is not written in the form as well.
        if (field.List is { } list)
        {
            json.WriteString("list", list);
            return;
        }

        json.WriteStartArray("options");
        foreach (var option in field.Options) WriteObject(option, WriteOption);
        json.WriteEndArray();
    }

    private bool Bounds(DateBound? min, DateBound? max)
    {
        Text("min", min?.ToString());
        Text("max", max?.ToString());
        return true;
    }

    public bool Visit(YesNoField field)
    {
        Text("detailIf", field.DetailIf switch { true => "yes", false => "no", null => null });
        Text("detailLabel", field.DetailLabel);
        return true;
    }

    public bool Visit(SingleChoiceField field)
    {
        WriteChoice(field);
        if (field.Presentation is { } presentation) json.WriteString("presentation", EnumNames<ChoicePresentation>.Of(presentation));
        Text("linkedTo", field.LinkedTo);
        return true;
    }

    public bool Visit(MultipleChoiceField field)
    {
        WriteChoice(field);
        Number("minChoices", field.MinChoices);
        Number("maxChoices", field.MaxChoices);
        return true;
    }

    public bool Visit(RankingField field)
    {
        WriteChoice(field);
        return true;
    }

    public bool Visit(EmailField field)
    {
        Flag("confirm", field.Confirm);
        return true;
    }

    public bool Visit(TelephoneField field)
    {
        Flag("confirm", field.Confirm);
        return true;
    }

    public bool Visit(InformationField field)
    {
        Text("text", field.Text);
        if (field.Tone != InformationTone.Information) json.WriteString("tone", EnumNames<InformationTone>.Of(field.Tone));
        return true;
    }

    public bool Visit(AmountField field)
    {
        Number("min", field.Min);
        Number("max", field.Max);
        return true;
    }

    public bool Visit(TimeField field)
    {
        Text("min", field.Min?.ToString("HH:mm", CultureInfo.InvariantCulture));
        Text("max", field.Max?.ToString("HH:mm", CultureInfo.InvariantCulture));
        Number("step", field.Step);
        return true;
    }

    public bool Visit(DateTimeField field) => Bounds(field.Min, field.Max);

    public bool Visit(MonthField field) => Bounds(field.Min, field.Max);

    public bool Visit(DateRangeField field)
    {
        Bounds(field.Min, field.Max);
        Number("maxDays", field.MaxDays);
        return true;
    }

    public bool Visit(RatingField field)
    {
        Number("max", field.Max);
        Text("lowLabel", field.LowLabel);
        Text("highLabel", field.HighLabel);
        return true;
    }

    public bool Visit(IdentifierField field)
    {
        json.WriteString("scheme", EnumNames<IdentifierScheme>.Of(field.Scheme));
        return true;
    }

    public bool Visit(ConsentField field)
    {
        Text("text", field.Text);
        return true;
    }

    public bool Visit(HiddenValueField field)
    {
        Text("queryParameter", field.QueryParameter);
        Flag("showOnReceipt", field.ShowOnReceipt);
        return true;
    }

    public bool Visit(ImageField field)
    {
        Text("source", field.Source);
        Text("alternativeText", field.AlternativeText);
        Text("caption", field.Caption);
        return true;
    }
}
