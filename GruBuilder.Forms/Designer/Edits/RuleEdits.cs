using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Adds a named condition, or changes the one with its key.</summary>
/// <param name="Condition">The condition as it shall be.</param>
public sealed record PutCondition(NamedCondition Condition) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        for (var i = 0; i < form.Conditions.Length; i++)
        {
            if (!string.Equals(form.Conditions[i].Key, Condition.Key, StringComparison.Ordinal)) continue;
            return form.Conditions[i] == Condition ? form : form with { Conditions = form.Conditions.SetItem(i, Condition) };
        }

        return DefinitionReader.IsKey(Condition.Key) ? form with { Conditions = form.Conditions.Add(Condition) } : form;
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => before.Conditions.Any(c => string.Equals(c.Key, Condition.Key, StringComparison.Ordinal))
        ? $"Modifier la condition {EditWords.Quote(Condition.Label)}"
        : $"Ajouter la condition {EditWords.Quote(Condition.Label)}";

    /// <inheritdoc/>
    public override string Burst => $"condition:{Condition.Key}";
}

/// <summary>Removes a named condition. Rules that refer to it stay, and become findings.</summary>
/// <param name="Key">Its key.</param>
public sealed record RemoveCondition(string Key) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) =>
        form.Conditions.Any(c => string.Equals(c.Key, Key, StringComparison.Ordinal)) ? form with { Conditions = form.Conditions.RemoveAll(c => string.Equals(c.Key, Key, StringComparison.Ordinal)) } : form;

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Supprimer la condition {EditWords.Quote(before.Conditions.FirstOrDefault(c => string.Equals(c.Key, Key, StringComparison.Ordinal))?.Label ?? Key)}";
}

/// <summary>Adds a decision table, or changes the one with its key.</summary>
/// <param name="Table">The table as it shall be.</param>
public sealed record PutTable(DecisionTable Table) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form)
    {
        for (var i = 0; i < form.Tables.Length; i++)
        {
            if (string.Equals(form.Tables[i].Key, Table.Key, StringComparison.Ordinal)) return form with { Tables = form.Tables.SetItem(i, Table) };
        }

        return DefinitionReader.IsKey(Table.Key) ? form with { Tables = form.Tables.Add(Table) } : form;
    }

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => before.Tables.Any(t => string.Equals(t.Key, Table.Key, StringComparison.Ordinal))
        ? $"Modifier le tableau {EditWords.Quote(Table.Label)}"
        : $"Ajouter le tableau {EditWords.Quote(Table.Label)}";

    /// <inheritdoc/>
    public override string Burst => $"table:{Table.Key}";
}

/// <summary>Removes a decision table. Formulas that read it stay, and become findings.</summary>
/// <param name="Key">Its key.</param>
public sealed record RemoveTable(string Key) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) =>
        form.Tables.Any(t => string.Equals(t.Key, Key, StringComparison.Ordinal)) ? form with { Tables = form.Tables.RemoveAll(t => string.Equals(t.Key, Key, StringComparison.Ordinal)) } : form;

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Supprimer le tableau {EditWords.Quote(before.Tables.FirstOrDefault(t => string.Equals(t.Key, Key, StringComparison.Ordinal))?.Label ?? Key)}";
}

/// <summary>Sets the ways out of a page.</summary>
/// <param name="Page">The page's key.</param>
/// <param name="Ends">The ways out as they shall be.</param>
public sealed record SetEnds(string Page, ImmutableArray<EndPage> Ends) : FormEdit
{
    /// <inheritdoc/>
    public override FormDefinition Apply(FormDefinition form) =>
        form.PageIndex(Page) is >= 0 and var i && form.Pages[i].Ends != Ends ? form.WithPage(i, form.Pages[i] with { Ends = Ends }) : form;

    /// <inheritdoc/>
    public override string Describe(FormDefinition before) => $"Modifier les sorties de {before.PageName(Page)}";

    /// <inheritdoc/>
    public override string Burst => $"ends:{Page}";
}
