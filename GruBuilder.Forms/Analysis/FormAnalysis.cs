using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Explanations;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Analysis;

/// <summary>
/// What trying answers out shows: rules that can never hold, or always do, questions that nobody can reach, pages that are always empty.
/// Slower than <see cref="Validation.FormLinter"/>: for checking a form as a whole, not after each keystroke.
/// </summary>
public static class FormAnalysis
{
    /// <summary>Most combinations of answers tried for one rule; what would need more is left undecided.</summary>
    public const int MostCombinations = 4096;

    /// <summary>Analyses a form.</summary>
    /// <param name="program">The form.</param>
    /// <param name="today">The day that rules about today go by.</param>
    public static ImmutableArray<Finding> Check(FormProgram program, DateOnly today) =>
        program.Findings.Any(f => f.Code == "cycle") ? [] : new AnalysisPass(program, today).Run();
}

/// <summary>One analysis.</summary>
internal sealed class AnalysisPass(FormProgram program, DateOnly today)
{
    private const long MostInAll = 200_000;
    private readonly Representatives _representatives = new(program.Definition, today);
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();
    private long _tried;

    public ImmutableArray<Finding> Run()
    {
        var pages = program.Definition.Pages;
        var neverPages = new HashSet<int>();
        var end = 0;
        for (var p = 0; p < pages.Length; p++)
        {
            if (program.Steps.Pages[p] is { } step)
            {
                var page = p;
                var verdict = Try([step], t => t.State.IsPageVisible(page));
                if (verdict == Verdict.Never)
                {
                    neverPages.Add(p);
                    Report("page-never", $"La page « {pages[p].Title} » ne peut jamais s'afficher. {Conflict(pages[p].VisibleIf, null)}", At($"pages[{p}].visibleIf"), null, pages[p].Key);
                }
                else if (pages[p].VisibleIf is { } rule)
                {
                    CheckUseless(rule, null, $"La règle de la page « {pages[p].Title} »", At($"pages[{p}].visibleIf"), null, pages[p].Key);
                }
            }

            for (var e = 0; e < pages[p].Ends.Length; e++, end++) CheckEnd(p, e, end);
        }

        foreach (var field in program.Fields) CheckField(field, neverPages);
        CheckEmptyPages(neverPages);
        return _findings.ToImmutable();
    }

    private readonly HashSet<BoundField> _never = [];

    private void CheckField(BoundField field, HashSet<int> neverPages)
    {
        if (neverPages.Contains(field.Page)) return;
        if (field.Visibility is not null)
        {
            var verdict = Try(StepsOf(field), t => t.State.IsVisible(PlaceOf(t, field)));
            var path = PathOf(field) + ".visibleIf";
            if (verdict == Verdict.Never)
            {
                _never.Add(field);
                if (field.Field.VisibleIf is not null) Report("field-never", $"{ConditionWords.QuestionName(field.Field)} ne peut jamais s'afficher. {Conflict(field.Field.VisibleIf, field.Group)}", path, field.Field.Key, null);
                return;
            }

            if (field.Field.VisibleIf is { } rule) CheckUseless(rule, field.Group, $"La règle qui affiche {ConditionWords.QuestionName(field.Field)}", path, field.Field.Key, null);
        }

        if (field.Field is InputField { RequiredIf: { } required }) CheckNever(required, field, "requiredIf", "La règle qui rend obligatoire");
        if (field.Field is ChoiceField choice)
        {
            for (var i = 0; i < choice.Options.Length; i++)
            {
                if (choice.Options[i].VisibleIf is { } offered) CheckNever(offered, field, At($"options[{i}].visibleIf"), $"La règle qui propose « {choice.Options[i].Label} » dans");
            }
        }

        foreach (var column in field.Columns) CheckField(column, neverPages);
    }

    private void CheckNever(Condition rule, BoundField field, string part, string subject)
    {
        var step = program.BindStep(rule, field.Group);
        if (Try([step, .. StepsOf(field)], t => t.State.IsVisible(PlaceOf(t, field)) && step.Node!.Holds(ScopeOf(t, field.Group))) == Verdict.Never)
        {
            Report("rule-never", $"{subject} {ConditionWords.QuestionName(field.Field)} ne peut jamais être vraie. {Conflict(rule, field.Group)}", $"{PathOf(field)}.{part}", field.Field.Key, null);
        }
    }

    private void CheckEnd(int page, int index, int end)
    {
        var step = program.Steps.Ordered.FirstOrDefault(s => s.Kind == StepKind.End && s.EndIndex == end);
        if (step is null) return;
        var definition = program.Definition.Pages[page];
        if (Try([step], t => t.State.EndHolds(end)) == Verdict.Never)
        {
            Report("end-never", $"La sortie « {definition.Ends[index].Title} » n'est jamais atteinte. {Conflict(definition.Ends[index].If, null)}", At($"pages[{page}].ends[{index}].if"), null, definition.Key);
        }
    }

    private void CheckEmptyPages(HashSet<int> neverPages)
    {
        for (var p = 0; p < program.PageFields.Length; p++)
        {
            var fields = program.PageFields[p];
            if (fields.IsEmpty || neverPages.Contains(p) || !fields.All(f => _never.Contains(f) || f.Field is SectionTitleField)) continue;
            if (fields.Any(_never.Contains)) Report("page-always-empty", $"La page « {program.Definition.Pages[p].Title} » est toujours vide : aucune de ses questions ne peut s'afficher.", At($"pages[{p}]"), null, program.Definition.Pages[p].Key);
        }
    }

    // A rule that is always true says nothing.
    private void CheckUseless(Condition rule, BoundField? group, string subject, string path, string? field, string? page)
    {
        var step = program.BindStep(rule, group);
        if (Try([step], t => !step.Node!.Holds(ScopeOf(t, group))) == Verdict.Never)
        {
            _findings.Add(new Finding(Severity.Advice, "rule-always", $"{subject} est toujours vraie : elle ne sert à rien. Supprimez-la ou corrigez-la.", path, field, page));
        }
    }

    /// <summary>The two parts of a condition that cannot hold together, in words; or what else is known.</summary>
    private string Conflict(Condition? condition, BoundField? group)
    {
        if (condition is null) return "Vérifiez les règles qui l'entourent.";
        var parts = Parts(condition).ToList();
        foreach (var part in parts)
        {
            if (IsNever(part, group)) return $"« {Plain(part)} » ne peut jamais être vrai.";
        }

        for (var i = 0; i < parts.Count; i++)
        {
            for (var j = i + 1; j < parts.Count; j++)
            {
                if (IsNever(new JoinedCondition(Junction.All, [parts[i], parts[j]]), group)) return $"« {Plain(parts[i])} » et « {Plain(parts[j])} » se contredisent.";
            }
        }

        return "Les questions dont elle dépend ne sont jamais posées avec ces réponses.";
    }

    private string Plain(Condition condition) => ConditionWords.Of(program, condition).Replace("«\u202f", "“", StringComparison.Ordinal).Replace("\u202f»", "”", StringComparison.Ordinal);

    private static IEnumerable<Condition> Parts(Condition condition) =>
        condition is JoinedCondition { Join: Junction.All } all ? all.Parts.SelectMany(Parts) : [condition];

    private bool IsNever(Condition condition, BoundField? group)
    {
        var step = program.BindStep(condition, group);
        return Try([step], t => step.Node!.Holds(ScopeOf(t, group))) == Verdict.Never;
    }

    private enum Verdict
    {
        Unknown,
        Possible,
        Never,
    }

    private Verdict Try(IEnumerable<Step> steps, Func<Trial, bool> holds)
    {
        var trial = new Trial(program, _representatives);
        var (variables, exact) = trial.Variables(steps, onlyValid: false);
        var count = Trial.Combinations(variables, FormAnalysis.MostCombinations);
        if (!exact || count > FormAnalysis.MostCombinations || _tried + count > MostInAll) return Verdict.Unknown;
        var found = false;
        trial.Enumerate(variables, () =>
        {
            _tried++;
            found = holds(trial);
            return !found;
        });
        return found ? Verdict.Possible : Verdict.Never;
    }

    private IEnumerable<Step> StepsOf(BoundField field)
    {
        for (var at = field; at is not null; at = at.Group)
        {
            if (at.Visibility is { } visibility) yield return visibility;
            if (at.Section?.Visibility is { } section) yield return section;
        }

        if (program.Steps.Pages[field.Page] is { } page) yield return page;
    }

    private static AnswerPlace PlaceOf(Trial trial, BoundField field) => new(field, field.Group is { } group ? trial.RowOf(group) : null);

    private static Scope ScopeOf(Trial trial, BoundField? group) => new(trial.State, group is null ? null : trial.RowOf(group));

    private static string At(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string PathOf(BoundField field)
    {
        if (field.Group is { } group) return At($"{PathOf(group)}.fields[{field.Slot}]");
        return At($"pages[{field.Page}].fields[{program.PageFields[field.Page].IndexOf(field)}]");
    }

    private void Report(string code, string message, string path, string? field, string? page) =>
        _findings.Add(new Finding(Severity.Warning, code, message, path, field, page));
}
