using System.Globalization;

namespace GruBuilder.Forms.Definitions;

/// <summary>Where fields stand in the JSON of a definition.</summary>
internal sealed class FieldPaths
{
    private readonly Dictionary<Field, string> _paths = new(ReferenceEqualityComparer.Instance);

    public FieldPaths(FormDefinition definition)
    {
        for (var p = 0; p < definition.Pages.Length; p++)
        {
            for (var f = 0; f < definition.Pages[p].Fields.Length; f++)
            {
                var field = definition.Pages[p].Fields[f];
                var path = string.Create(CultureInfo.InvariantCulture, $"pages[{p}].fields[{f}]");
                _paths[field] = path;
                if (field is not RepeatedGroupField group) continue;
                for (var c = 0; c < group.Fields.Length; c++) _paths[group.Fields[c]] = string.Create(CultureInfo.InvariantCulture, $"{path}.fields[{c}]");
            }
        }
    }

    /// <summary>The place of a field's property: <c>pages[0].fields[2].label</c>.</summary>
    public string Of(Field field, string property) => $"{_paths[field]}.{property}";
}
