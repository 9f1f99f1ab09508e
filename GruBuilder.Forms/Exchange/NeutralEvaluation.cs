using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Validation;

namespace GruBuilder.Forms.Exchange;

/// <summary>What follows from answers to a neutral form, under its own names.</summary>
/// <param name="Visible">Visible fields in form order.</param>
/// <param name="Invalid">Fields, and cells as <c>f6[1].qty</c>, whose answers are not accepted, in order.</param>
/// <param name="Calculated">Values of the visible calculated fields.</param>
public sealed record NeutralEvaluation(ImmutableArray<string> Visible, ImmutableArray<string> Invalid, ImmutableArray<KeyValuePair<string, decimal>> Calculated)
{
    /// <summary>Reads what an open form of the neutral format comes to.</summary>
    public static NeutralEvaluation Of(FormState state)
    {
        var visible = ImmutableArray.CreateBuilder<string>(state.Program.Fields.Length);
        var calculated = ImmutableArray.CreateBuilder<KeyValuePair<string, decimal>>();
        foreach (var field in state.Program.Fields)
        {
            var place = new AnswerPlace(field);
            if (!state.IsVisible(place)) continue;
            visible.Add(field.Field.Key);
            if (field.Field is ComputedField) calculated.Add(new(field.Field.Key, state[place].AsNumber ?? 0));
        }

        var errors = AnswerValidator.Validate(state);
        var invalid = ImmutableArray.CreateBuilder<string>(errors.Length);
        foreach (var error in errors) invalid.Add(NeutralForm.NameOf(error.Path));
        return new NeutralEvaluation(visible.ToImmutable(), invalid.ToImmutable(), calculated.ToImmutable());
    }

    /// <summary>Whether it says the same as a set's <c>expect</c>, in whatever order invalid fields come.</summary>
    public bool Agrees(JsonElement expect)
    {
        var calculated = expect.GetProperty("calculated");
        return Visible.SequenceEqual(Texts(expect, "visible"), StringComparer.Ordinal)
            && Invalid.Order(StringComparer.Ordinal).SequenceEqual(Texts(expect, "invalid").Order(StringComparer.Ordinal), StringComparer.Ordinal)
            && Calculated.Length == calculated.GetPropertyCount()
            && Calculated.All(c => calculated.TryGetProperty(c.Key, out var value) && value.GetDecimal() == c.Value);
    }

    private static IEnumerable<string> Texts(JsonElement owner, string property) => owner.GetProperty(property).EnumerateArray().Select(e => e.GetString()!);
}
