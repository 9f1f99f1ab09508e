using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Answers;

/// <summary>Gives the values that citizens neither see nor give.</summary>
public static class HiddenValues
{
    /// <summary>Takes them from the parameters of the page's address, where fields name one that is there.</summary>
    /// <param name="state">The open form.</param>
    /// <param name="parameter">The parameter of this name, or null.</param>
    public static void Take(FormState state, Func<string, string?> parameter)
    {
        foreach (var field in state.Program.Fields)
        {
            if (field.Field is HiddenValueField { QueryParameter: { } name } && parameter(name) is { Length: > 0 } value) state.Set(new AnswerPlace(field), AnswerValue.Of(Bounded(value)));
        }
    }

    /// <summary>What a field holds before anybody answers.</summary>
    internal static AnswerValue Initial(Field field) => field is HiddenValueField { Value: { } value } ? AnswerValue.Of(Bounded(value)) : default;

    // One line: it comes from an address that anybody may write.
    private static string Bounded(string value)
    {
        var line = string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= HiddenValueField.LongestValue ? line : line[..HiddenValueField.LongestValue];
    }
}
