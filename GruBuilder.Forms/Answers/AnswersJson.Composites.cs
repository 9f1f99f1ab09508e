using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Answers;

/// <content>Answers in parts.</content>
public static partial class AnswersJson
{
    private sealed partial class ValueReader
    {
        public AnswerValue? Visit(IdentityField field) => Parts(field);

        public AnswerValue? Visit(CommuneField field) => Parts(field);

        public AnswerValue? Visit(MapPlaceField field) => Parts(field);

        public AnswerValue? Visit(SignatureField field) => Parts(field);

        public AnswerValue? Visit(MatrixField field) => Parts(field, field.Options);

        // Names that are no part are passed over, as keys that are no field are.
        private AnswerValue? Parts(CompositeField field, ImmutableArray<Option> options = default)
        {
            if (element.ValueKind != JsonValueKind.Object) return null;
            var parts = field.Parts.Select(p => new AnswerPart(p.Name, element.TryGetProperty(p.Name, out var part) ? OnePart(p.Kind, part, options) : default));
            return AnswerValue.Of(AnswerParts.Of(parts));
        }

        private static AnswerValue OnePart(AnswerKind kind, JsonElement part, ImmutableArray<Option> options) =>
            TryReadUnanswered(part, out var value) ? value : (kind, part.ValueKind) switch
            {
                (AnswerKind.Text, JsonValueKind.String) => AnswerValue.Of(part.GetString()),
                (AnswerKind.Number, JsonValueKind.Number) when part.TryGetDecimal(out var number) => AnswerValue.Of(number),
                (AnswerKind.Boolean, JsonValueKind.True or JsonValueKind.False) => AnswerValue.Of(part.GetBoolean()),
                (AnswerKind.Date, _) when Day(part) is { } day => day,
                (AnswerKind.List, JsonValueKind.Array) => Chosen(part, options),
                _ => AnswerValue.Unreadable(part.ToString()),
            };
    }
}
