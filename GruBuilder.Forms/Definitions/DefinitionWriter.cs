using System.Collections.Immutable;
using System.Text.Json;

namespace GruBuilder.Forms.Definitions;

/// <summary>Writes a definition's JSON: always the same order, nothing that says what is usual anyway.</summary>
internal sealed partial class DefinitionWriter(Utf8JsonWriter json) : IFieldVisitor<bool>
{
    public void Write(FormDefinition form)
    {
        json.WriteStartObject();
        json.WriteNumber("shape", FormDefinition.CurrentShape);
        json.WriteString("key", form.Key);
        json.WriteString("title", form.Title);
        Text("description", form.Description);
        WriteTexts(form.English);
        WriteList("conditions", form.Conditions, WriteNamed);
        WriteList("tables", form.Tables, WriteTable);
        json.WriteStartArray("pages");
        foreach (var page in form.Pages)
        {
            json.WriteStartObject();
            json.WriteString("key", page.Key);
            json.WriteString("title", page.Title);
            Text("description", page.Description);
            WriteTexts(page.English);
            WriteCondition("visibleIf", page.VisibleIf);
            WriteFields(page.Fields);
            WriteList("ends", page.Ends, WriteEnd);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteFields(ImmutableArray<Field> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields) WriteField(field);
        json.WriteEndArray();
    }

    private void WriteField(Field field)
    {
        json.WriteStartObject();
        json.WriteString("kind", FieldKinds.NameOf(field));
        json.WriteString("key", field.Key);
        json.WriteString("label", field.Label);
        Text("help", field.Help);
        if (field is InputField input) WriteInput(input);
        WriteCondition("visibleIf", field.VisibleIf);
        Flag("private", field.Private);
        if (field.Width != FieldWidth.Full) json.WriteString("width", EnumNames<FieldWidth>.Of(field.Width));
        WriteList("checks", field.Checks, WriteCheck);
        WriteTexts(field.English);
        field.Accept(this);
        json.WriteEndObject();
    }

    private void Text(string property, string? text)
    {
        if (!string.IsNullOrEmpty(text)) json.WriteString(property, text);
    }

    private void Flag(string property, bool flag)
    {
        if (flag) json.WriteBoolean(property, true);
    }

    private void Number(string property, decimal? number)
    {
        if (number is { } value) json.WriteNumber(property, value);
    }

    private void WriteOptions(ImmutableArray<Option> options)
    {
        json.WriteStartArray("options");
        foreach (var option in options) WriteObject(option, WriteOption);
        json.WriteEndArray();
    }

    private void WriteOption(Option option)
    {
        json.WriteString("value", option.Value);
        json.WriteString("label", option.Label);
        Text("help", option.Help);
        WriteCondition("visibleIf", option.VisibleIf);
        Text("english", option.English);
    }

    public bool Visit(ShortTextField field)
    {
        Number("minLength", field.MinLength);
        Number("maxLength", field.MaxLength);
        Text("pattern", field.Pattern);
        Text("patternMessage", field.PatternMessage);
        return true;
    }

    public bool Visit(LongTextField field)
    {
        Number("minLength", field.MinLength);
        Number("maxLength", field.MaxLength);
        Number("rows", field.Rows);
        return true;
    }

    public bool Visit(NumberField field)
    {
        Number("min", field.Min);
        Number("max", field.Max);
        Number("decimals", field.Decimals);
        Text("unit", field.Unit);
        return true;
    }

    public bool Visit(YesNoField field) => true;

    public bool Visit(SingleChoiceField field)
    {
        WriteOptions(field.Options);
        return true;
    }

    public bool Visit(MultipleChoiceField field)
    {
        WriteOptions(field.Options);
        Number("minChoices", field.MinChoices);
        Number("maxChoices", field.MaxChoices);
        return true;
    }

    public bool Visit(DateField field)
    {
        Text("min", field.Min?.ToString());
        Text("max", field.Max?.ToString());
        json.WriteString("presentation", EnumNames<DatePresentation>.Of(field.Presentation));
        return true;
    }

    public bool Visit(EmailField field) => true;

    public bool Visit(TelephoneField field) => true;

    public bool Visit(PostalAddressField field)
    {
        Flag("isOwnAddress", field.IsOwnAddress);
        return true;
    }

    public bool Visit(FileField field)
    {
        if (!field.Families.IsDefaultOrEmpty)
        {
            json.WriteStartArray("families");
            foreach (var family in field.Families) json.WriteStringValue(EnumNames<FileFamily>.Of(family));
            json.WriteEndArray();
        }

        Number("maxFiles", field.MaxFiles);
        Number("maxMegabytes", field.MaxMegabytes);
        return true;
    }

    public bool Visit(RepeatedGroupField field)
    {
        Text("rowLabel", field.RowLabel);
        Number("minRows", field.MinRows);
        Number("maxRows", field.MaxRows);
        WriteFields(field.Fields);
        return true;
    }

    public bool Visit(ComputedField field)
    {
        json.WriteString("formula", field.Formula);
        json.WriteString("format", EnumNames<ComputedFormat>.Of(field.Format));
        Text("unit", field.Unit);
        return true;
    }

    public bool Visit(InformationField field)
    {
        Text("text", field.Text);
        return true;
    }

    public bool Visit(SectionTitleField field) => true;
}
