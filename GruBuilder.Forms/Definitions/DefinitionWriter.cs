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
        WriteTexts(field.Easy);
        WriteLink(field.Block);
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

    private void Names<TEnum>(string property, ImmutableArray<TEnum> names)
        where TEnum : struct, Enum
    {
        json.WriteStartArray(property);
        foreach (var name in names) json.WriteStringValue(EnumNames<TEnum>.Of(name));
        json.WriteEndArray();
    }

    private void WriteOption(Option option)
    {
        json.WriteString("value", option.Value);
        json.WriteString("label", option.Label);
        Text("help", option.Help);
        Flag("asksDetail", option.AsksDetail);
        Flag("exclusive", option.Exclusive);
        Text("parent", option.Parent);
        WriteCondition("visibleIf", option.VisibleIf);
        Text("english", option.English);
        Text("englishOf", option.EnglishOf);
        Text("englishHelp", option.EnglishHelp);
        Text("englishHelpOf", option.EnglishHelpOf);
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

    public bool Visit(DateField field)
    {
        Bounds(field.Min, field.Max);
        json.WriteString("presentation", EnumNames<DatePresentation>.Of(field.Presentation));
        return true;
    }

    public bool Visit(PostalAddressField field)
    {
        Flag("isOwnAddress", field.IsOwnAddress);
        return true;
    }

    public bool Visit(FileField field)
    {
        if (!field.Families.IsDefaultOrEmpty) Names("families", field.Families);
        Number("maxFiles", field.MaxFiles);
        Number("maxMegabytes", field.MaxMegabytes);
        Flag("camera", field.Camera);
        return true;
    }

    public bool Visit(RepeatedGroupField field)
    {
        Text("rowLabel", field.RowLabel);
        if (field.Layout != GroupLayout.Cards) json.WriteString("layout", EnumNames<GroupLayout>.Of(field.Layout));
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

    public bool Visit(SectionTitleField field) => true;
}
