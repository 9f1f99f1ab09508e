using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation.Sentences;

namespace GruBuilder.Forms.Validation;

/// <summary>One reading of the answers for what is wrong with them, or for what only asks for attention.</summary>
internal sealed class ValidationPass(FormState state, bool warnings)
{
    private readonly AnswerRules _rules = new(state.Today, Sentence.In(state.Circumstances.Language));
    private ImmutableArray<AnswerError>.Builder? _found;

    public ImmutableArray<AnswerError> Run(ImmutableArray<BoundField> fields)
    {
        foreach (var field in fields)
        {
            if (!state.IsVisibleAt(field.Slot)) continue;
            if (field.Reading == AnswerReading.Rows) CheckRows(field);
            else CheckAt(field, null, state.RefAt(field.Slot));
        }

        return _found?.ToImmutable() ?? [];
    }

    public ImmutableArray<AnswerError> At(AnswerPlace place)
    {
        if (!state.IsVisible(place)) return [];
        if (place.Field.Reading == AnswerReading.Rows) CheckRows(place.Field);
        else CheckAt(place.Field, place.Row, state.Raw(place));
        return _found?.ToImmutable() ?? [];
    }

    private void CheckRows(BoundField field)
    {
        var group = (RepeatedGroupField)field.Field;
        var rows = state.RowsAt(field.Slot);
        if (!warnings)
        {
            if (rows.Count < group.MinRows) Add(field, null, _rules.Say.TooFewRows(group));
            if (rows.Count > group.MaxRows) Add(field, null, _rules.Say.TooManyRows(group, rows.Count));
        }

        CheckRules(field, null);
        foreach (var row in rows)
        {
            foreach (var column in field.Columns)
            {
                if (row.VisibleAt(column.Slot)) CheckAt(column, row, row.RefAt(column.Slot));
            }
        }

        if (warnings) return;
        foreach (var column in field.Columns)
        {
            if (column.Field is InputField { UniqueInRows: true }) CheckUnique(column, rows);
        }
    }

    private void CheckAt(BoundField field, FormRow? row, in AnswerValue value)
    {
        if (field.Field is not InputField input)
        {
            CheckRules(field, row);
            return;
        }

        if (AnswerRules.IsMissing(value))
        {
            if (warnings || !IsRequired(field, row, input)) return;
            if (AnswerRules.TellsMissingParts(input)) CheckKind(field, row, input, value);
            else Add(field, row, _rules.Missing(input));
            return;
        }

        if (!warnings && !field.Quick.IsSurelyRight(value, state.Today) && !CheckKind(field, row, input, value)) return;
        CheckRules(field, row);
    }

    private bool IsRequired(BoundField field, FormRow? row, InputField input) => input is not HiddenValueField && (input.Required || (field.RequiredNode is not null && state.IsRequired(new AnswerPlace(field, row))));

    // False when something is wrong.
    private bool CheckKind(BoundField field, FormRow? row, InputField input, in AnswerValue value)
    {
        var problem = _rules.Check(input, value, IsRequired(field, row, input)) ?? NotOffered(field, row, value);
        if (problem is not null) Add(field, row, problem);
        foreach (var (part, message) in _rules.PartErrors) Add(field, row, message, part);
        return problem is null && _rules.PartErrors.Count == 0;
    }

    private string? NotOffered(BoundField field, FormRow? row, in AnswerValue value)
    {
        if (!field.HasChangingOptions) return null;
        var choice = (ChoiceField)field.Field;
        for (var i = 0; i < choice.Options.Length; i++)
        {
            var option = choice.Options[i];
            var chosen = string.Equals(value.AsText, option.Value, StringComparison.Ordinal) || value.AsList.Contains(option.Value, StringComparer.Ordinal);
            if (chosen && !state.IsOffered(new AnswerPlace(field, row), i)) return _rules.Say.NoLongerOffered(choice.Label, option.Label);
        }

        return null;
    }

    private void CheckRules(BoundField field, FormRow? row)
    {
        foreach (var (check, holds) in field.Checks)
        {
            if (check.IsWarning != warnings || holds.Decide(new Scope(state, row)) != false) continue;
            Add(field, row, check.Message);
            if (!warnings) return;
        }
    }

    private void CheckUnique(BoundField column, List<FormRow> rows)
    {
        var seen = new Dictionary<AnswerValue, int>();
        for (var i = 0; i < rows.Count; i++)
        {
            var value = rows[i].EffectiveAt(column.Slot);
            if (AnswerRules.IsMissing(value) || seen.TryAdd(value, i)) continue;
            Add(column, rows[i], _rules.Say.AlreadyGiven(column.Field.Label, ((RepeatedGroupField)column.Group!.Field).RowName(seen[value])));
        }
    }

    private void Add(BoundField field, FormRow? row, string message, string? part = null)
    {
        var place = new AnswerPlace(field, row);
        var path = AnswerValidator.PathOf(state, place);
        (_found ??= ImmutableArray.CreateBuilder<AnswerError>()).Add(new AnswerError(place, part is null ? path : $"{path}.{part}", message, part));
    }
}
