using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>Which options a choice offers, where they depend on the answer to another question.</summary>
public static class LinkedChoices
{
    /// <summary>The options offered now: all of a choice that stands alone.</summary>
    public static ImmutableArray<Option> Offered(FormState state, AnswerPlace place)
    {
        var options = ((SingleChoiceField)place.Field.Field).Options;
        if (place.Field.LinkedTo is null) return options;
        var chosen = Chosen(state, place);
        return [.. options.Where(o => GoesWith(o, chosen))];
    }

    /// <summary>Whether this option is among those offered now.</summary>
    public static bool Offers(FormState state, AnswerPlace place, Option option) =>
        place.Field.LinkedTo is null || GoesWith(option, Chosen(state, place));

    private static bool GoesWith(Option option, string? chosen) => option.Parent is null || string.Equals(option.Parent, chosen, StringComparison.Ordinal);

    private static string? Chosen(FormState state, AnswerPlace place) =>
        place.Field.LinkedTo is { } other ? state[new AnswerPlace(other, other.Group is null ? null : place.Row)].AsText : null;
}
