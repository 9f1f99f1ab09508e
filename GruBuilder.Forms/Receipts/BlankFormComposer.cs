using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Explanations;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Receipts;

/// <summary>Who issues a blank form, and where it is handed in.</summary>
/// <param name="Town">The town.</param>
/// <param name="Department">The department in charge.</param>
/// <param name="Version">The number of the form's version.</param>
/// <param name="Date">When that version was published.</param>
/// <param name="Privacy">How personal data are handled; null leaves the chapter out.</param>
public sealed record BlankFormFacts(TownFacts Town, DepartmentFacts Department, int Version, DateTimeOffset Date, PrivacyFacts? Privacy);

/// <summary>Composes a form to be printed and filled by hand: boxes and dotted lines, and conditions in words.</summary>
public static class BlankFormComposer
{
    private const int FewestRows = 2;
    private const int MostRows = 4;

    /// <summary>Makes the blank form.</summary>
    /// <param name="program">The form.</param>
    /// <param name="facts">Who issues it.</param>
    public static ReceiptDocument Compose(FormProgram program, BlankFormFacts facts)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(facts);
        var form = program.Definition;
        var blocks = new List<ReceiptBlock>
        {
            new HeadingBlock(1, FrenchText.Typeset(form.Title)),
            new ParagraphBlock(FrenchText.Typeset("Remplissez ce formulaire au stylo, en lettres capitales."), ParagraphVoice.Lead),
            new NoteBlock(
                FrenchText.Typeset("Où le remettre ?"),
                FrenchText.Typeset(string.Join(", ", [facts.Department.Name, .. facts.Department.Address]) + ". "
                    + (facts.Department.Telephone is { } number ? $"Besoin d’aide ? Appelez le {AnswerText.Telephone(number)}." : ""))),
        };
        foreach (var page in form.Pages)
        {
            blocks.Add(new HeadingBlock(2, FrenchText.Typeset(page.Title)));
            OnlyIf(program, page.VisibleIf, blocks);
            Fields(program, page.Fields, 3, blocks);
        }

        LegalWording.Privacy(facts.Privacy, blocks);
        blocks.Add(new HeadingBlock(2, "Date et signature"));
        blocks.Add(new BlankBlock("Fait le", null, [new(BlankKind.Boxes, "__ / __ / ____")]));
        blocks.Add(new BlankBlock("Signature", null, [new(BlankKind.Lines, "", 3)]));
        return new ReceiptDocument
        {
            Title = form.Title,
            Issuer = facts.Town,
            Reference = $"Version {facts.Version}",
            Date = facts.Date,
            Blocks = blocks,
        };
    }

    private static void Fields(FormProgram program, IEnumerable<Field> fields, int level, List<ReceiptBlock> blocks)
    {
        foreach (var field in fields.Where(f => !f.Private))
        {
            switch (field)
            {
                case ComputedField or HiddenValueField or ImageField:
                    break;
                case SectionTitleField:
                    blocks.Add(new HeadingBlock(level, FrenchText.Typeset(field.Label)));
                    OnlyIf(program, field.VisibleIf, blocks);
                    break;
                case InformationField information:
                    var only = field.VisibleIf is null ? "" : $"Seulement si {ConditionWords.Of(program, field.VisibleIf)} : ";
                    LegalWording.Note(blocks, field.Label, only + SmallMarkdown.Plain(information.Text));
                    break;
                case RepeatedGroupField group:
                    Rows(program, group, level, blocks);
                    break;
                default:
                    blocks.Add(new BlankBlock(FrenchText.Typeset(field.Label), Hint(program, field), field.Accept(BlankSpaces.Instance)));
                    break;
            }
        }
    }

    private static void Rows(FormProgram program, RepeatedGroupField group, int level, List<ReceiptBlock> blocks)
    {
        blocks.Add(new HeadingBlock(level, FrenchText.Typeset(group.Label)));
        OnlyIf(program, group.VisibleIf, blocks);
        if (!string.IsNullOrWhiteSpace(group.Help))
        {
            LegalWording.Say(blocks, group.Help);
        }

        var rows = Math.Min(Math.Clamp(group.MinRows, FewestRows, MostRows), group.MaxRows);
        for (var i = 0; i < rows; i++)
        {
            blocks.Add(new HeadingBlock(level + 1, FrenchText.Typeset(group.RowName(i))));
            Fields(program, group.Fields, level + 2, blocks);
        }

        if (group.MaxRows > rows)
        {
            blocks.Add(new ParagraphBlock(FrenchText.Typeset("Il vous faut plus de place ? Joignez une feuille avec les mêmes réponses."), ParagraphVoice.Small));
        }
    }

    private static string? Hint(FormProgram program, Field field)
    {
        string?[] parts =
        [
            field.VisibleIf is null ? null : $"Seulement si {ConditionWords.Of(program, field.VisibleIf)}.",
            field is InputField { Required: false, RequiredIf: null } && field is not ConsentField ? "Facultatif." : null,
            field.Help,
            field is FileField ? "Joignez une copie à ce formulaire." : null,
        ];
        var hint = string.Join(' ', parts.Where(p => !string.IsNullOrWhiteSpace(p)));
        return hint.Length > 0 ? FrenchText.Typeset(hint) : null;
    }

    private static void OnlyIf(FormProgram program, Condition? condition, List<ReceiptBlock> blocks)
    {
        if (condition is not null)
        {
            LegalWording.Note(blocks, "À remplir selon votre réponse", $"Répondez à ce qui suit seulement si {ConditionWords.Of(program, condition)}.");
        }
    }
}
