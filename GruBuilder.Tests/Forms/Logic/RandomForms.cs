using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Tests.Forms.Logic;

/// <summary>Properties that hold of any form and any sequence of changes.</summary>
public class RandomForms
{
    private const string Named = "nommee";
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Property(MaxTest = 200)]
    public void Evaluating_change_by_change_equals_evaluating_all_at_once(int seed)
    {
        var random = new Random(seed);
        var program = FormProgram.Compile(Make(random));
        Assert.DoesNotContain(program.Findings, f => f.Code == "cycle");
        var state = program.Open(Today);
        for (var i = 0; i < 40; i++)
        {
            Change(state, random);
            var fresh = program.Open(Today);
            AnswersJson.Read(fresh, AnswersJson.Write(state, includeHidden: true));
            Assert.Equal(AnswersJson.Write(fresh, includeHidden: false), AnswersJson.Write(state, includeHidden: false));
            Assert.Equal(FormEvaluation.Of(fresh).ToJson(), FormEvaluation.Of(state).ToJson());
            Assert.Equal(program.Fields.Select(f => fresh.IsRequired(new AnswerPlace(f))), program.Fields.Select(f => state.IsRequired(new AnswerPlace(f))));
        }
    }

    [Property(MaxTest = 100)]
    public void A_hidden_answer_is_never_in_what_is_sent(int seed)
    {
        var random = new Random(seed);
        var program = FormProgram.Compile(Make(random));
        var state = program.Open(Today);
        for (var i = 0; i < 30; i++) Change(state, random);
        using var sent = System.Text.Json.JsonDocument.Parse(AnswersJson.Write(state, includeHidden: false));
        foreach (var field in program.Fields.Where(f => !state.IsVisible(new AnswerPlace(f)))) Assert.False(sent.RootElement.TryGetProperty(field.Field.Key, out _));
    }

    [Property(MaxTest = 100)]
    public void Writing_and_reading_a_definition_is_identity(int seed)
    {
        var json = DefinitionJson.Write(Make(new Random(seed)));
        Assert.Equal(json, DefinitionJson.Write(DefinitionJson.Read(json).Definition!));
    }

    [Property(MaxTest = 500)]
    public void No_text_makes_the_reader_throw(string? text)
    {
        DefinitionJson.Read(text ?? "");
        DefinitionJson.Read($$"""{"key":"x","title":"X","pages":[{"key":"p","title":"P","fields":[{"kind":"computed","key":"a","label":"A","formula":{{System.Text.Json.JsonSerializer.Serialize(text ?? "")}}}]}]}""");
        FormProgram.Compile(new FormDefinition { Key = "x", Title = "X", Pages = [new Page { Key = "p", Title = "P", Fields = [new ComputedField { Key = "a", Label = "A", Formula = text ?? "" }] }] }).Open(Today);
    }

    private static FormDefinition Make(Random random)
    {
        var fields = new List<Field>();
        for (var i = 0; i < 14; i++)
        {
            // Conditions look back, so that no cycle arises.
            var condition = i > 0 && random.Next(2) == 0 ? ConditionOn(fields, random) : null;
            fields.Add(random.Next(6) switch
            {
                0 => new YesNoField { Key = $"f{i}", Label = $"F{i}", VisibleIf = condition },
                1 => new NumberField { Key = $"f{i}", Label = $"F{i}", VisibleIf = condition },
                2 => new ComputedField { Key = $"f{i}", Label = $"F{i}", VisibleIf = condition, Formula = FormulaOn(fields) },
                3 => new RepeatedGroupField
                {
                    Key = $"f{i}", Label = $"F{i}", VisibleIf = condition,
                    Fields =
                    [
                        new NumberField { Key = $"f{i}a", Label = "A" },
                        new NumberField { Key = $"f{i}b", Label = "B", VisibleIf = new Comparison($"f{i}a", Comparator.IsGreaterThan, AnswerValue.Of(1m)) },
                        new ComputedField { Key = $"f{i}c", Label = "C", Formula = $"f{i}a + f{i}b + {FormulaOn(fields)}" },
                    ],
                },
                4 => new SectionTitleField { Key = $"f{i}", Label = $"F{i}", VisibleIf = condition },
                _ => new ShortTextField
                {
                    Key = $"f{i}", Label = $"F{i}", VisibleIf = condition, Private = random.Next(8) == 0,
                    RequiredIf = i > 0 && random.Next(3) == 0 ? ConditionOn(fields, random) : null,
                    Checks = i > 0 && random.Next(3) == 0 && ConditionOn(fields, random) is { } check ? [new AnswerCheck(check, "Vérifiez.", random.Next(2) == 0)] : [],
                },
            });
        }

        return new FormDefinition
        {
            Key = "hasard", Title = "Hasard",
            Conditions = [new NamedCondition(Named, "Nommée", ConditionOn(fields[..1], random) ?? new JoinedCondition(Junction.All, []))],
            Pages =
            [
                new Page { Key = "p0", Title = "Un", Fields = [.. fields[..7]], Ends = random.Next(3) == 0 && ConditionOn(fields[..7], random) is { } end ? [new EndPage { Key = "fin", Title = "Fin", If = end }] : [] },
                new Page { Key = "p1", Title = "Deux", Fields = [.. fields[7..]], VisibleIf = ConditionOn(fields[..7], random) },
            ],
        };
    }

    private static Condition? ConditionOn(List<Field> earlier, Random random)
    {
        var field = earlier[random.Next(earlier.Count)];
        if (earlier.Count > 1 && random.Next(6) == 0) return new ConditionReference(Named);
        return field switch
        {
            SectionTitleField => null,
            RepeatedGroupField group when random.Next(2) == 0 => new RowsCondition(group.Key, (RowQuantifier)random.Next(5), new Comparison($"{group.Key}a", Comparator.IsAtLeast, AnswerValue.Of((decimal)random.Next(3))), random.Next(3)),
            RepeatedGroupField group when random.Next(2) == 0 => new Comparison($"{group.Key}.{group.Key}b", Comparator.IsGreaterThan, AnswerValue.Of(2m)) { Of = (Aggregate)random.Next(4) },
            YesNoField => new Comparison(field.Key, Comparator.IsEqualTo, AnswerValue.Of(random.Next(2) == 0)),
            NumberField or ComputedField or RepeatedGroupField => new JoinedCondition((Junction)random.Next(3), [new Comparison(field.Key, Comparator.IsAtLeast, AnswerValue.Of((decimal)random.Next(3)))]),
            _ => new Comparison(field.Key, random.Next(2) == 0 ? Comparator.IsAnswered : Comparator.IsNotAnswered),
        };
    }

    private static string FormulaOn(List<Field> earlier)
    {
        var parts = earlier.Select(f => f switch
        {
            NumberField or ComputedField => f.Key,
            RepeatedGroupField g => $"sum({g.Key}.{g.Key}c)",
            _ => null,
        }).Where(p => p is not null).TakeLast(3);
        return string.Join(" + ", parts.Append("1"));
    }

    private static void Change(FormState state, Random random)
    {
        var field = state.Program.Fields[random.Next(state.Program.Fields.Length)];
        if (field.Field is not RepeatedGroupField)
        {
            state.Set(new AnswerPlace(field), ValueFor(field, random));
            return;
        }

        var rows = state.Rows(field);
        if (rows.Count == 0 || random.Next(4) == 0) state.AddRow(field);
        else if (random.Next(6) == 0) state.RemoveRow(field, rows[random.Next(rows.Count)]);
        else
        {
            var column = field.Columns[random.Next(2)];
            state.Set(new AnswerPlace(column, rows[random.Next(rows.Count)]), ValueFor(column, random));
        }
    }

    private static AnswerValue ValueFor(BoundField field, Random random) => random.Next(5) == 0 ? default : field.Field switch
    {
        YesNoField => AnswerValue.Of(random.Next(2) == 0),
        NumberField => AnswerValue.Of((decimal)random.Next(4)),
        _ => AnswerValue.Of("texte"),
    };
}
