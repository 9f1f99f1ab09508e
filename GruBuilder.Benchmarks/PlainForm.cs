using System.Text.Json;
using System.Text.Json.Serialization;

namespace GruBuilder.Benchmarks;

/// <summary>A definition as plain records, read by <see cref="JsonSerializer"/>: what loading is measured against. It checks nothing and runs nothing.</summary>
internal sealed record PlainForm(int Shape, string Key, string Title, string? Description, PlainPage[] Pages)
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
}

internal sealed record PlainPage(string Key, string Title, string? Description, PlainCondition? VisibleIf, PlainField[] Fields);

internal sealed record PlainCondition(PlainCondition[]? All, PlainCondition[]? Any, PlainCondition[]? None, string? Field, string? Is, JsonElement? Value);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PlainText), "shortText")]
[JsonDerivedType(typeof(PlainNumber), "number")]
[JsonDerivedType(typeof(PlainYesNo), "yesNo")]
[JsonDerivedType(typeof(PlainChoice), "singleChoice")]
[JsonDerivedType(typeof(PlainDate), "date")]
[JsonDerivedType(typeof(PlainGroup), "repeatedGroup")]
[JsonDerivedType(typeof(PlainComputed), "computed")]
internal abstract record PlainField
{
    public string Key { get; init; } = "";

    public string Label { get; init; } = "";

    public string? Help { get; init; }

    public bool Required { get; init; }

    public PlainCondition? VisibleIf { get; init; }
}

internal sealed record PlainText : PlainField
{
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }
}

internal sealed record PlainNumber : PlainField
{
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public int Decimals { get; init; }
}

internal sealed record PlainYesNo : PlainField;

internal sealed record PlainOption(string Value, string Label, string? Help);

internal sealed record PlainChoice : PlainField
{
    public PlainOption[] Options { get; init; } = [];
}

internal sealed record PlainDate : PlainField
{
    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Presentation { get; init; }
}

internal sealed record PlainGroup : PlainField
{
    public int MinRows { get; init; }

    public int MaxRows { get; init; }

    public string? RowLabel { get; init; }

    public PlainField[] Fields { get; init; } = [];
}

internal sealed record PlainComputed : PlainField
{
    public string Formula { get; init; } = "";

    public string? Format { get; init; }
}
