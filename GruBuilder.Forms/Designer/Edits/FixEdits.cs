using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>The edits that carry out what findings propose.</summary>
public static class FixEdits
{
    /// <summary>The edit of a fix.</summary>
    public static FormEdit ToEdit(this FindingFix fix) => fix switch
    {
        FieldFix field => new ChangeField(field.Field, field.Property),
        ConditionRemovalFix condition => new RemoveCondition(condition.Key),
        TableRemovalFix table => new RemoveTable(table.Key),
        _ => throw new ArgumentException($"No edit for {fix.GetType().Name}: add one here.", nameof(fix)),
    };
}
