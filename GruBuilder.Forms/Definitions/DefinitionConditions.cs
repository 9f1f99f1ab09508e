namespace GruBuilder.Forms.Definitions;

/// <summary>Every condition of a definition.</summary>
internal static class DefinitionConditions
{
    /// <summary>All of them: named ones, those of pages, of ways out, of fields, of options, and checks.</summary>
    public static IEnumerable<Condition> All(FormDefinition definition) =>
        definition.Conditions.Select(c => c.If)
            .Concat(definition.Pages.SelectMany(OfPage))
            .Concat(definition.AllFields().SelectMany(Of));

    /// <summary>A field's own.</summary>
    public static IEnumerable<Condition> Of(Field field)
    {
        if (field.VisibleIf is { } visible) yield return visible;
        foreach (var check in field.Checks) yield return check.Holds;
        if (field is InputField { RequiredIf: { } required }) yield return required;
        if (field is InputField { ReadOnlyIf: { } readOnly }) yield return readOnly;
        if (field is not ChoiceField choice) yield break;
        foreach (var option in choice.Options)
        {
            if (option.VisibleIf is { } offered) yield return offered;
        }
    }

    /// <summary>A page's own, and those of its ways out.</summary>
    public static IEnumerable<Condition> OfPage(Page page)
    {
        if (page.VisibleIf is { } visible) yield return visible;
        foreach (var end in page.Ends) yield return end.If;
    }
}
