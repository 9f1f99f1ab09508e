using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>Ties linked choices to those they depend on.</summary>
internal sealed partial class ProgramBuilder
{
    private void LinkChoices()
    {
        foreach (var (field, path) in _all)
        {
            if (field.Field is not SingleChoiceField { LinkedTo: { } key } choice) continue;
            var at = path + ".linkedTo";
            var other = field.Group?.Columns.FirstOrDefault(c => string.Equals(c.Field.Key, key, StringComparison.Ordinal)) ?? _byKey.GetValueOrDefault(key);
            if (other is not { Field: SingleChoiceField } || (other.Group is not null && other.Group != field.Group))
            {
                Report("link-unknown", $"« {choice.Label} » dépend de « {key} », qui n'est pas un choix unique que l'on peut lire ici : choisissez-en un autre.", at, choice.Key, null, null);
            }
            else if (DependsOn(other, field))
            {
                Report("cycle", $"« {choice.Label} » et « {other.Field.Label} » dépendent l'un de l'autre : supprimez un des liens.", at, choice.Key, null, null);
            }
            else
            {
                field.LinkedTo = other;
                other.Followers.Add(field);
            }
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
