using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Answers;

/// <summary>Gives the values that citizens neither see nor give.</summary>
public static class HiddenValues
{
    /// <summary>Takes them from the parameters of the page's address, where fields name one that is there; the others begin with their default.</summary>
    /// <param name="state">The open form.</param>
    /// <param name="parameter">The parameter of this name, or null.</param>
    public static void Take(FormState state, Func<string, string?> parameter)
    {
        foreach (var field in state.Program.Fields)
        {
            if (field.Field is not HiddenValueField hidden) continue;
            var place = new AnswerPlace(field);
            if (hidden.QueryParameter is { } name && OneLine(parameter(name)) is { Length: > 0 } value) state.Set(place, AnswerValue.Of(value));
            else if (state.Raw(place).IsAbsent) state.Set(place, AnswersJson.FromLiteral(hidden, hidden.Default, state.Today));
        }
    }

    // It comes from an address that anybody may write.
    private static string? OneLine(string? value)
    {
        if (value is null) return null;
        return string.Concat(value.Take(HiddenValueField.LongestValue).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
    }
}
