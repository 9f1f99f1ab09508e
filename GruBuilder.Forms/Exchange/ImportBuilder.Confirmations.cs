using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <content>Joins an address and the question right after it that only asks for it again: here one question is written twice.</content>
internal sealed partial class ImportBuilder
{
    private void JoinConfirmations()
    {
        foreach (var fields in AllFields().Where(f => f.Inner.Count > 1).Select(f => f.Inner).Concat(_pages.Select(p => p.Fields)).ToList())
        {
            for (var i = fields.Count - 1; i > 0; i--)
            {
                var (first, again) = (fields[i - 1], fields[i]);
                if (!IsAskedAgain(first, again) || IsRead(again)) continue;
                first.Field = first.Field switch
                {
                    EmailField email => email with { Confirm = true },
                    TelephoneField telephone => telephone with { Confirm = true },
                    _ => first.Field,
                };
                fields.RemoveAt(i);
                Report(Severity.Advice, "confirmation-joined", $"« {JsonReading.Short(again.Field.Label)} » redemande « {JsonReading.Short(first.Field.Label)} » : ici c'est une seule question, à écrire deux fois. Ses textes propres ne sont pas repris.", again.Path);
            }
        }
    }

    private static bool IsAskedAgain(DraftField first, DraftField again) =>
        (first.Field, again.Field) is (EmailField, EmailField) or (TelephoneField, TelephoneField)
        && first.Section == again.Section
        && !first.Names.IsEmpty && !again.Names.IsEmpty
        && again.Rules.FindAll(r => r.Kind == RuleKind.Check) is [{ Term: BinaryTerm same } check]
        && same.Operator == (check.Negated ? TermOperator.NotEqual : TermOperator.Equal)
        && same is { Left: NameTerm left, Right: NameTerm right }
        && ((IsSelf(left, again) && IsNamed(right, first)) || (IsNamed(left, first) && IsSelf(right, again)))
        && Others(again).SequenceEqual(Others(first));

    private static bool IsSelf(NameTerm name, DraftField field) => (name.Root == NameRoot.Self && name.Segments.IsEmpty) || IsNamed(name, field);

    private static bool IsNamed(NameTerm name, DraftField field) => name.Segments is [.., var last] && last == field.Names[^1];

    private static IEnumerable<(RuleKind Kind, string Source)> Others(DraftField field) => field.Rules.Where(r => r.Kind != RuleKind.Check).Select(r => (r.Kind, r.Source));

    private bool IsRead(DraftField field) =>
        AllFields().Where(f => f != field).SelectMany(f => f.Rules).Concat(Sections().SelectMany(s => s.Rules)).SelectMany(r => r.Term.Names()).Any(n => n.Segments.Contains(field.Names[^1], StringComparer.Ordinal));
}
