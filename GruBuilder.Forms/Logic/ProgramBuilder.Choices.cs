using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <content>Linked choices.</content>
internal sealed partial class ProgramBuilder
{
    private void LinkChoices()
    {
        foreach (var field in _fields)
        {
            LinkChoice(field);
            foreach (var column in field.Columns) LinkChoice(column);
        }
    }

    private void LinkChoice(BoundField field)
    {
        if (field.Field is not SingleChoiceField { LinkedTo: { } key } choice) return;
        var other = field.Group?.Columns.FirstOrDefault(c => string.Equals(c.Field.Key, key, StringComparison.Ordinal)) ?? _byKey.GetValueOrDefault(key);
        if (other is not { Field: SingleChoiceField } || (other.Group is not null && other.Group != field.Group))
        {
            Report(Severity.Error, "link-unknown", $"« {choice.Label} » dépend de « {key} », qui n'est pas un choix unique que l'on peut lire ici : choisissez-en un autre.", PathOf(field) + ".linkedTo", choice.Key, null, null);
        }
        else if (DependsOn(other, field))
        {
            Report(Severity.Error, "cycle", $"« {choice.Label} » et « {other.Field.Label} » dépendent l'un de l'autre : supprimez un des liens.", PathOf(field) + ".linkedTo", choice.Key, null, null);
        }
        else
        {
            field.LinkedTo = other;
        }
    }

    private static bool DependsOn(BoundField? field, BoundField sought)
    {
        for (; field is not null; field = field.LinkedTo)
        {
            if (field == sought) return true;
        }

        return false;
    }
}
