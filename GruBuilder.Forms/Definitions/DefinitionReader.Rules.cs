using System.Text.Json;
using GruBuilder.Forms.Answers;

namespace GruBuilder.Forms.Definitions;

/// <content>Conditions, checks, tables, and the texts around them.</content>
internal sealed partial class DefinitionReader
{
    // Beside English texts, the marks of the French ones that they were made from.
    private const string Marks = "of";

    // What is deeper than this nobody reads, and a form that held it could stand too deep in a file to be read again.
    private const int MostConditionLevels = 20;
    private static readonly (string Property, Junction Join)[] Junctions = [("all", Junction.All), ("any", Junction.Any), ("none", Junction.None)];

    private int _conditionLevel;

    private InputField ReadInput(InputField field) => field with
    {
        Required = _at.Flag("required"),
        RequiredIf = ReadCondition(_at, "requiredIf"),
        RequiredMessage = _at.Text("requiredMessage"),
        ReadOnly = _at.Flag("readOnly"),
        ReadOnlyIf = ReadCondition(_at, "readOnlyIf"),
        UniqueInRows = _at.Flag("uniqueInRows"),
        Purpose = _at.Text("purpose"),
        Example = _at.Text("example"),
        Default = _at.Any("default") is { } literal ? ReadLiteral(_at, "default", literal) : default,
        Prefill = _at.Any("prefill") is null ? null : _at.Choice("prefill", AccountAttribute.SignedIn),
        Autocomplete = _at.Text("autocomplete"),
    };

    // In the first shape a section title's condition reached the title alone: as a text to read it still does.
    private static Field FromFirstShape(Field field) => field is SectionTitleField { VisibleIf: { } condition }
        ? new InformationField { Key = field.Key, Label = field.Label, Help = field.Help, VisibleIf = condition }
        : field;

    private Condition? ReadCondition(JsonReading owner, string property) =>
        owner.Object(property) is { } reading ? ReadCondition(reading) : null;

    private Condition RequiredCondition(JsonReading owner, string property)
    {
        if (owner.Object(property) is not { } reading) owner.Problem(property, "cette condition manque");
        else if (ReadCondition(reading) is { } condition) return condition;
        return new JoinedCondition(Junction.All, []);
    }

    private Condition? ReadCondition(JsonReading reading)
    {
        if (!reading.IsObject) return null;
        if (_conditionLevel == MostConditionLevels)
        {
            reading.Problem("", $"cette condition est trop imbriquée : {MostConditionLevels} niveaux au plus");
            return null;
        }

        _conditionLevel++;
        var condition = ReadLevel(reading);
        _conditionLevel--;
        return condition;
    }

    private Condition ReadLevel(JsonReading reading)
    {
        foreach (var (property, join) in Junctions)
        {
            if (reading.Any(property) is null) continue;
            var parts = reading.List(property, ReadCondition, 500);
            reading.Done();
            return new JoinedCondition(join, parts);
        }

        Condition condition =
            reading.Any("rows") is not null ? ReadRows(reading) :
            reading.Any("condition") is not null ? new ConditionReference(reading.Required("condition")) :
            reading.Any("formula") is not null ? new FormulaCondition(reading.Required("formula")) :
            ReadComparison(reading);
        reading.Done();
        return condition;
    }

    private RowsCondition ReadRows(JsonReading reading) => new(
        reading.Required("rows"),
        reading.Choice("are", RowQuantifier.Any),
        RequiredCondition(reading, "if"),
        reading.Integer("count", 0, Logic.FormState.MostRows) ?? 1);

    private Comparison ReadComparison(JsonReading reading)
    {
        var field = reading.Required("field");
        var before = _problems.Count;
        var comparator = reading.Choice("is", Comparator.IsEqualTo);
        if (_problems.Count == before && reading.Any("is") is null) reading.Problem("is", $"la comparaison manque : {string.Join(", ", EnumNames<Comparator>.All)}");
        var value = reading.Any("value") is { } literal ? ReadLiteral(reading, "value", literal) : default;
        return new Comparison(field, comparator, value)
        {
            OtherField = reading.Text("otherField"),
            Of = reading.Any("of") is null ? null : reading.Choice("of", Aggregate.Sum),
        };
    }

    private static AnswerValue ReadLiteral(JsonReading owner, string property, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return AnswerValue.Of(element.GetString());
            case JsonValueKind.True or JsonValueKind.False:
                return AnswerValue.Of(element.GetBoolean());
            case JsonValueKind.Number when element.TryGetDecimal(out var number):
                return AnswerValue.Of(number);
            case JsonValueKind.Array when property == "default" && element.GetArrayLength() <= 1_000 && element.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String):
                return AnswerValue.Of([.. element.EnumerateArray().Select(e => e.GetString()!)]);
            default:
                owner.Problem(property, $"il faut un texte, un nombre, true ou false, et non {JsonReading.Name(element)}");
                return default;
        }
    }

    private NamedCondition? ReadNamedCondition(JsonReading reading)
    {
        var made = new NamedCondition(ReadName(reading), reading.Required("label"), RequiredCondition(reading, "if"));
        reading.Done();
        return made;
    }

    private AnswerCheck? ReadCheck(JsonReading reading)
    {
        var made = new AnswerCheck(RequiredCondition(reading, "holds"), reading.Required("message"), reading.Flag("warning")) { English = reading.Text("english"), EnglishOf = reading.Text("englishOf") };
        reading.Done();
        return made;
    }

    private EndPage? ReadEnd(JsonReading reading)
    {
        var made = new EndPage
        {
            Key = reading.Required("key"),
            Title = reading.Required("title"),
            Text = reading.Text("text") ?? "",
            If = RequiredCondition(reading, "if"),
            English = ReadPageTexts(reading, "english"),
        };
        if (made.Key.Length > 0 && !_pageKeys.Add(made.Key)) reading.Problem("key", $"la page « {JsonReading.Short(made.Key)} » existe déjà");
        reading.Done();
        return made;
    }

    private DecisionTable? ReadTable(JsonReading reading)
    {
        var made = new DecisionTable
        {
            Key = ReadName(reading),
            Label = reading.Required("label"),
            Inputs = reading.List("inputs", ReadTableInput, 8),
            Rows = reading.List("rows", ReadTableRow, 2_000),
        };
        for (var i = 0; i < made.Rows.Length; i++)
        {
            if (made.Rows[i].Cells.Length != made.Inputs.Length) reading.Problem($"rows[{i}].cells", $"il faut {made.Inputs.Length} cases, une par colonne, et non {made.Rows[i].Cells.Length}");
        }

        reading.Done();
        return made;
    }

    private TableInput? ReadTableInput(JsonReading reading)
    {
        var made = new TableInput(reading.Required("label"), reading.Choice("kind", TableInputKind.Number));
        reading.Done();
        return made;
    }

    private TableRow? ReadTableRow(JsonReading reading)
    {
        var cells = reading.List("cells", (cell, at) =>
        {
            if (cell.ValueKind == JsonValueKind.String && cell.GetString() is { Length: <= 1_000 } text) return text;
            _problems.Add(new Finding(Severity.Error, "json-invalid", $"{at} : il faut un texte entre guillemets, et non {JsonReading.Name(cell)}.", at));
            return "";
        }, 8);
        var result = reading.Any("result") is { } literal ? ReadLiteral(reading, "result", literal) : default;
        reading.Done();
        return new TableRow(cells, result);
    }

    private static string ReadName(JsonReading reading)
    {
        var key = reading.Required("key");
        if (key.Length > 0 && !IsKey(key)) reading.Problem("key", $"« {JsonReading.Short(key)} » ne convient pas : utilisez des lettres, des chiffres et le trait bas, en commençant par une lettre");
        return key;
    }

    private static FieldTexts? ReadFieldTexts(JsonReading owner, string property)
    {
        if (owner.Object(property) is not { } reading) return null;
        var texts = new FieldTexts
        {
            Label = reading.Text("label"),
            Help = reading.Text("help"),
            Example = reading.Text("example"),
            Purpose = reading.Text("purpose"),
            RequiredMessage = reading.Text("requiredMessage"),
            Text = reading.Text("text"),
            RowLabel = reading.Text("rowLabel"),
            PatternMessage = reading.Text("patternMessage"),
            DetailLabel = reading.Text("detailLabel"),
            Unit = reading.Text("unit"),
            LowLabel = reading.Text("lowLabel"),
            HighLabel = reading.Text("highLabel"),
            AlternativeText = reading.Text("alternativeText"),
            Caption = reading.Text("caption"),
            Of = property == Marks ? null : ReadFieldTexts(reading, Marks),
        };
        reading.Done();
        return texts;
    }

    private EasyTexts? ReadEasyTexts()
    {
        if (_at.Object("easy") is not { } reading) return null;
        var texts = new EasyTexts { Label = reading.Text("label"), Help = reading.Text("help") };
        reading.Done();
        return texts;
    }

    private BlockLink? ReadBlockLink()
    {
        if (_at.Object("block") is not { } reading) return null;
        var link = new BlockLink(reading.Required("key"), reading.Integer("version", 1) ?? 1, reading.Required("field"), reading.Required("use"));
        reading.Done();
        return link;
    }

    private static PageTexts? ReadPageTexts(JsonReading owner, string property)
    {
        if (owner.Object(property) is not { } reading) return null;
        var texts = new PageTexts { Title = reading.Text("title"), Description = reading.Text("description"), Of = property == Marks ? null : ReadPageTexts(reading, Marks) };
        reading.Done();
        return texts;
    }
}
