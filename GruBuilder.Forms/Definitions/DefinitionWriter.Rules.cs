using System.Collections.Immutable;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <content>Conditions, checks, tables, and the texts around them.</content>
internal sealed partial class DefinitionWriter
{
    /// <summary>Writes a part by itself.</summary>
    public void WritePart(object part)
    {
        switch (part)
        {
            case Field field: WriteField(field); break;
            case Condition condition: WriteCondition(condition); break;
            case NamedCondition named: WriteObject(named, WriteNamed); break;
            case DecisionTable table: WriteObject(table, WriteTable); break;
            case EndPage end: WriteObject(end, WriteEnd); break;
            case Option option: WriteObject(option, WriteOption); break;
            default: throw new ArgumentException($"A {part.GetType().Name} is no part of a definition that is written by itself.", nameof(part));
        }
    }

    private void WriteObject<T>(T item, Action<T> write)
    {
        json.WriteStartObject();
        write(item);
        json.WriteEndObject();
    }

    private void WriteInput(InputField field)
    {
        Flag("required", field.Required);
        WriteCondition("requiredIf", field.RequiredIf);
        Text("requiredMessage", field.RequiredMessage);
        Flag("readOnly", field.ReadOnly);
        WriteCondition("readOnlyIf", field.ReadOnlyIf);
        Flag("uniqueInRows", field.UniqueInRows);
        Text("purpose", field.Purpose);
        Text("example", field.Example);
        WriteLiteral("default", field.Default);
        if (field.Prefill is { } attribute) json.WriteString("prefill", EnumNames<AccountAttribute>.Of(attribute));
        Text("autocomplete", field.Autocomplete);
    }

    private void WriteCondition(string property, Condition? condition)
    {
        if (condition is null) return;
        json.WritePropertyName(property);
        WriteCondition(condition);
    }

    private void WriteCondition(Condition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case Comparison comparison:
                json.WriteString("field", comparison.Field);
                if (comparison.Of is { } of) json.WriteString("of", EnumNames<Aggregate>.Of(of));
                json.WriteString("is", EnumNames<Comparator>.Of(comparison.Is));
                WriteLiteral("value", comparison.Value);
                Text("otherField", comparison.OtherField);
                break;
            case JoinedCondition joined:
                json.WriteStartArray(EnumNames<Junction>.Of(joined.Join));
                foreach (var part in joined.Parts) WriteCondition(part);
                json.WriteEndArray();
                break;
            case ConditionReference reference:
                json.WriteString("condition", reference.Name);
                break;
            case FormulaCondition formula:
                json.WriteString("formula", formula.Formula);
                break;
            case RowsCondition rows:
                json.WriteString("rows", rows.Group);
                json.WriteString("are", EnumNames<RowQuantifier>.Of(rows.Quantifier));
                if (rows.Count != 1) json.WriteNumber("count", rows.Count);
                WriteCondition("if", rows.If);
                break;
        }

        json.WriteEndObject();
    }

    private void WriteLiteral(string property, AnswerValue value)
    {
        if (value.AsText is { } text) json.WriteString(property, text);
        else if (value.AsNumber is { } number) json.WriteNumber(property, number);
        else if (value.AsBoolean is { } flag) json.WriteBoolean(property, flag);
        else if (value.Kind == AnswerKind.List)
        {
            json.WriteStartArray(property);
            foreach (var item in value.AsList) json.WriteStringValue(item);
            json.WriteEndArray();
        }
    }

    private void WriteList<T>(string property, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsDefaultOrEmpty) return;
        json.WriteStartArray(property);
        foreach (var item in items) WriteObject(item, write);
        json.WriteEndArray();
    }

    private void WriteNamed(NamedCondition named)
    {
        json.WriteString("key", named.Key);
        json.WriteString("label", named.Label);
        WriteCondition("if", named.If);
    }

    private void WriteCheck(AnswerCheck check)
    {
        WriteCondition("holds", check.Holds);
        json.WriteString("message", check.Message);
        Flag("warning", check.IsWarning);
        Text("english", check.English);
        Text("englishOf", check.EnglishOf);
    }

    private void WriteEnd(EndPage end)
    {
        json.WriteString("key", end.Key);
        json.WriteString("title", end.Title);
        Text("text", end.Text);
        WriteCondition("if", end.If);
        WriteTexts(end.English);
    }

    private void WriteTable(DecisionTable table)
    {
        json.WriteString("key", table.Key);
        json.WriteString("label", table.Label);
        WriteList("inputs", table.Inputs, input =>
        {
            json.WriteString("label", input.Label);
            json.WriteString("kind", EnumNames<TableInputKind>.Of(input.Kind));
        });
        WriteList("rows", table.Rows, row =>
        {
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells) json.WriteStringValue(cell);
            json.WriteEndArray();
            WriteLiteral("result", row.Result);
        });
    }

    private void WriteTexts(FieldTexts? texts, string property = "english")
    {
        if (texts is null) return;
        json.WriteStartObject(property);
        Text("label", texts.Label);
        Text("help", texts.Help);
        Text("example", texts.Example);
        Text("purpose", texts.Purpose);
        Text("requiredMessage", texts.RequiredMessage);
        Text("text", texts.Text);
        Text("rowLabel", texts.RowLabel);
        Text("patternMessage", texts.PatternMessage);
        Text("detailLabel", texts.DetailLabel);
        Text("unit", texts.Unit);
        Text("lowLabel", texts.LowLabel);
        Text("highLabel", texts.HighLabel);
        Text("alternativeText", texts.AlternativeText);
        Text("caption", texts.Caption);
        WriteTexts(texts.Of, "of");
        json.WriteEndObject();
    }

    private void WriteLink(BlockLink? link)
    {
        if (link is null) return;
        json.WriteStartObject("block");
        json.WriteString("key", link.Key);
        json.WriteNumber("version", link.Version);
        json.WriteString("field", link.Field);
        json.WriteString("use", link.Use);
        json.WriteEndObject();
    }

    private void WriteTexts(EasyTexts? texts)
    {
        if (texts is null) return;
        json.WriteStartObject("easy");
        Text("label", texts.Label);
        Text("help", texts.Help);
        json.WriteEndObject();
    }

    private void WriteTexts(PageTexts? texts, string property = "english")
    {
        if (texts is null) return;
        json.WriteStartObject(property);
        Text("title", texts.Title);
        Text("description", texts.Description);
        WriteTexts(texts.Of, "of");
        json.WriteEndObject();
    }
}
