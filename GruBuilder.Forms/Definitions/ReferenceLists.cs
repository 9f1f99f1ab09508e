using System.Collections.Immutable;

namespace GruBuilder.Forms.Definitions;

/// <summary>A list of options kept outside forms: schools, streets, quarters.</summary>
/// <param name="Name">Its name, as fields write it.</param>
/// <param name="Rows">Its options, in order.</param>
public sealed record ReferenceList(string Name, ImmutableArray<Option> Rows);

/// <summary>Where reference lists come from.</summary>
public interface IReferenceLists
{
    /// <summary>The names of the lists there are.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The list of this name, or null. The same object comes back until the list changes.</summary>
    ReferenceList? Find(string name);
}

/// <summary>Fills in the options of the fields that take them from a list.</summary>
public static class ReferenceLists
{
    /// <summary>The definition with the options of its lists; the same one when it uses none.</summary>
    public static FormDefinition Fill(FormDefinition definition, IReferenceLists lists)
    {
        if (!definition.AllFields().Any(f => f is ChoiceField { List: not null })) return definition;
        return definition with { Pages = [.. definition.Pages.Select(p => p with { Fields = FillFields(p.Fields, lists) })] };
    }

    /// <summary>The lists that a definition uses, in form order: null stands for one that is not there.</summary>
    public static ImmutableArray<ReferenceList?> Used(FormDefinition definition, IReferenceLists lists) =>
        [.. definition.AllFields().OfType<ChoiceField>().Select(f => f.List).OfType<string>().Distinct(StringComparer.Ordinal).Select(lists.Find)];

    private static ImmutableArray<Field> FillFields(ImmutableArray<Field> fields, IReferenceLists lists) => [.. fields.Select(field => field switch
    {
        ChoiceField { List: { } name } choice when lists.Find(name) is { } list => choice with { Options = list.Rows },
        RepeatedGroupField group => group with { Fields = FillFields(group.Fields, lists) },
        _ => field,
    })];
}
