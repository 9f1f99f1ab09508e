using System.Collections.Immutable;
using System.Text.Json;

namespace GruBuilder.Forms.Definitions;

/// <summary>Reads a definition's JSON, noting every problem rather than the first.</summary>
internal sealed partial class DefinitionReader : IFieldVisitor<Field>
{
    private const int MostFields = 2_000;
    private readonly ImmutableArray<Finding>.Builder _problems = ImmutableArray.CreateBuilder<Finding>();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pageKeys = new(StringComparer.Ordinal);
    private JsonReading _at = null!;
    private bool _inGroup;
    private int _shape;

    public ImmutableArray<Finding> Problems => _problems.ToImmutable();

    public FormDefinition Read(JsonElement root)
    {
        var form = new JsonReading(root, "", _problems);
        form.Any("$schema");
        var shape = form.Integer("shape") ?? FormDefinition.CurrentShape;
        _shape = shape;
        if (shape is < 1 or > FormDefinition.CurrentShape) form.Problem("shape", $"cette version de fichier ({shape}) n'est pas connue ; cette application lit jusqu'à la version {FormDefinition.CurrentShape}");
        var definition = new FormDefinition
        {
            Key = form.Required("key"),
            Title = form.Required("title"),
            Description = form.Text("description"),
            English = ReadPageTexts(form, "english"),
            Conditions = form.List("conditions", ReadNamedCondition, 500),
            Tables = form.List("tables", ReadTable, 100),
            Pages = form.List("pages", ReadPage, 100),
        };
        if (definition.Key.Length > 0 && !definition.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) form.Problem("key", "utilisez seulement des minuscules sans accent, des chiffres et des tirets");
        form.Done();
        if (definition.AllFields().Skip(MostFields).Any()) form.Problem("pages", $"il y a trop de questions ({MostFields} au plus)");
        return definition;
    }

    private Page? ReadPage(JsonReading page)
    {
        var made = new Page
        {
            Key = page.Required("key"),
            Title = page.Required("title"),
            Description = page.Text("description"),
            English = ReadPageTexts(page, "english"),
            VisibleIf = ReadCondition(page, "visibleIf"),
            Fields = page.List("fields", ReadField, MostFields),
            Ends = page.List("ends", ReadEnd, 20),
        };
        if (made.Key.Length > 0 && !_pageKeys.Add(made.Key)) page.Problem("key", $"la page « {JsonReading.Short(made.Key)} » existe déjà");
        page.Done();
        return made;
    }

    private Field? ReadField(JsonReading reading)
    {
        var outer = _at;
        _at = reading;
        try
        {
            var kind = _at.Required("kind");
            if (kind.Length == 0) return null;
            if (FieldKinds.Sample(kind) is not { } sample)
            {
                _at.Problem("kind", $"« {JsonReading.Short(kind)} » n'est pas un type de question connu");
                return null;
            }

            if (_inGroup && sample is RepeatedGroupField)
            {
                _at.Problem("kind", "une série ne peut pas contenir une autre série");
                return null;
            }

            var field = sample.Accept(this);
            field = field with
            {
                Key = ReadKey(),
                Label = sample is InformationField or ImageField ? _at.Text("label") ?? "" : _at.Required("label"),
                Help = _at.Text("help"),
                VisibleIf = ReadCondition(_at, "visibleIf"),
                Private = _at.Flag("private"),
                Width = _at.Choice("width", FieldWidth.Full),
                Checks = _at.List("checks", ReadCheck, 50),
                English = ReadFieldTexts(_at, "english"),
                Easy = ReadEasyTexts(),
                Block = ReadBlockLink(),
            };
            if (field is InputField input) field = ReadInput(input);
            if (_shape == 1) field = FromFirstShape(field);
            _at.Done();
            return field;
        }
        finally
        {
            _at = outer;
        }
    }

    private string ReadKey()
    {
        var key = _at.Required("key");
        if (key.Length == 0) return key;
        if (!IsKey(key)) _at.Problem("key", $"« {JsonReading.Short(key)} » ne convient pas : utilisez des lettres, des chiffres et le trait bas, en commençant par une lettre");
        else if (!_keys.Add(key)) _at.Problem("key", $"« {JsonReading.Short(key)} » sert déjà à une autre question", code: "key-repeated");
        return key;
    }

    public static bool IsKey(string key)
    {
        if (key.Length is 0 or > 100 || !(char.IsLetter(key[0]) || key[0] == '_')) return false;
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c != '_') return false;
        }

        return true;
    }

    private DateBound? ReadBound(string property)
    {
        if (_at.Text(property) is not { } text) return null;
        if (DateBound.TryParse(text, out var bound)) return bound;
        _at.Problem(property, $"« {JsonReading.Short(text)} » n'est pas une date : écrivez 2026-09-01, today, today+3d, today-18y");
        return null;
    }

    private ImmutableArray<TEnum> ReadNames<TEnum>(string property, string what)
        where TEnum : struct, Enum
    {
        var boxed = _at.List(property, (item, path) =>
        {
            if (item.ValueKind == JsonValueKind.String && EnumNames<TEnum>.TryParse(item.GetString()!, out var name)) return (object)name;
            _problems.Add(new Finding(Severity.Error, "json-invalid", $"{path} : {what} sont {string.Join(", ", EnumNames<TEnum>.All)}.", path));
            return null;
        }, 20);
        return [.. boxed.Cast<TEnum>().Distinct()];
    }

    public Field Visit(ShortTextField field) => field with
    {
        MinLength = _at.Integer("minLength"),
        MaxLength = _at.Integer("maxLength", 1),
        Pattern = _at.Text("pattern"),
        PatternMessage = _at.Text("patternMessage"),
    };

    public Field Visit(LongTextField field) => field with
    {
        MinLength = _at.Integer("minLength"),
        MaxLength = _at.Integer("maxLength", 1),
        Rows = _at.Integer("rows", 1, 40) ?? field.Rows,
    };

    public Field Visit(NumberField field) => field with
    {
        Min = _at.Decimal("min"),
        Max = _at.Decimal("max"),
        Decimals = _at.Integer("decimals", 0, 10) ?? 0,
        Unit = _at.Text("unit"),
    };

    public Field Visit(DateField field) => field with
    {
        Min = ReadBound("min"),
        Max = ReadBound("max"),
        Presentation = _at.Choice("presentation", DatePresentation.Parts),
    };

    public Field Visit(PostalAddressField field) => field with { IsOwnAddress = _at.Flag("isOwnAddress") };

    public Field Visit(FileField field) => field with
    {
        Families = ReadNames<FileFamily>("families", "les types de fichiers possibles"),
        MaxFiles = _at.Integer("maxFiles", 1, 50) ?? field.MaxFiles,
        MaxMegabytes = _at.Integer("maxMegabytes", 1, 200) ?? field.MaxMegabytes,
        Camera = _at.Flag("camera"),
    };

    public Field Visit(RepeatedGroupField field)
    {
        _inGroup = true;
        var fields = _at.List("fields", ReadField, 200);
        _inGroup = false;
        return field with
        {
            RowLabel = _at.Text("rowLabel") ?? field.RowLabel,
            Layout = _at.Choice("layout", GroupLayout.Cards),
            MinRows = _at.Integer("minRows", 0, Logic.FormState.MostRows) ?? 0,
            MaxRows = _at.Integer("maxRows", 1, Logic.FormState.MostRows) ?? field.MaxRows,
            Fields = fields,
        };
    }

    public Field Visit(ComputedField field) => field with
    {
        Formula = _at.Required("formula"),
        Format = _at.Choice("format", ComputedFormat.Plain),
        Unit = _at.Text("unit"),
    };

    public Field Visit(SectionTitleField field) => field;
}
