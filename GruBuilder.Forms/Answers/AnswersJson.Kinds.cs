using System.Globalization;
using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Answers;

/// <content>Details of choices, and the kinds beside the usual ones.</content>
public static partial class AnswersJson
{
    // A choice with a detail is an object in place of the plain value.
    private static void WriteChosen(Utf8JsonWriter json, AnswerValue answer, string option)
    {
        var detail = answer.DetailOf(option);
        if (detail.Length > 0)
        {
            json.WriteStartObject();
            json.WritePropertyName("value");
        }

        if (answer.AsBoolean is { } flag) json.WriteBooleanValue(flag);
        else json.WriteStringValue(option);
        if (detail.Length == 0) return;
        json.WriteString("detail", detail);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, DateRange range)
    {
        json.WriteStartObject();
        json.WriteString("from", range.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("to", range.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private sealed partial class ValueReader
    {
        private decimal? Number => element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) ? number : null;

        public AnswerValue? Visit(YesNoField field)
        {
            var (chosen, detail) = Chosen(element);
            if (chosen.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return null;
            var answer = AnswerValue.Of(chosen.GetBoolean());
            return answer.AsBoolean == field.DetailIf ? answer.WithDetail(answer.ToString(), detail) : answer;
        }

        public AnswerValue? Visit(SingleChoiceField field)
        {
            var (chosen, detail) = Chosen(element);
            if (chosen.ValueKind != JsonValueKind.String) return null;
            var value = chosen.GetString()!;
            var answer = AnswerValue.Of(value);
            return field.FindOption(value) is { AsksDetail: true } ? answer.WithDetail(value, detail) : answer;
        }

        public AnswerValue? Visit(MultipleChoiceField field)
        {
            if (ReadList() is not { } chosen) return null;
            // In the order of the options, then what is no option, so that validation can name it.
            var values = chosen.Keys.ToHashSet(StringComparer.Ordinal);
            var known = field.Options.Where(o => values.Remove(o.Value)).ToList();
            var answer = AnswerValue.Of([.. known.Select(o => o.Value), .. values.Order(StringComparer.Ordinal)]);
            foreach (var option in known.Where(o => o.AsksDetail)) answer = answer.WithDetail(option.Value, chosen[option.Value]);
            return answer;
        }

        public AnswerValue? Visit(RankingField field) => ReadList() is { } ranked ? AnswerValue.Of([.. ranked.Keys]) : null;

        public AnswerValue? Visit(AmountField field) => Number is { } number ? AnswerValue.Of(number) : null;

        public AnswerValue? Visit(RatingField field) => Number is { } number ? AnswerValue.Of(number) : null;

        public AnswerValue? Visit(IdentifierField field) => Text;

        public AnswerValue? Visit(HiddenValueField field) => Text;

        // Not ticked is no answer.
        public AnswerValue? Visit(ConsentField field) => element.ValueKind switch
        {
            JsonValueKind.True => AnswerValue.Of(true),
            JsonValueKind.False => AnswerValue.Absent,
            _ => null,
        };

        public AnswerValue? Visit(TimeField field) => Moments.ReadTime(Text?.AsText) is { } time ? AnswerValue.Of(time) : null;

        public AnswerValue? Visit(DateTimeField field) => Moments.ReadDateTime(Text?.AsText) is { } moment ? AnswerValue.Of(moment) : null;

        public AnswerValue? Visit(MonthField field) => CalendarMonth.TryParse(Text?.AsText, out var month) ? AnswerValue.Of(month) : null;

        public AnswerValue? Visit(DateRangeField field) =>
            element.ValueKind == JsonValueKind.Object && Moments.ReadDate(Part(element, "from")) is { } from && Moments.ReadDate(Part(element, "to")) is { } to
                ? AnswerValue.Of(new DateRange(from, to))
                : null;

        public AnswerValue? Visit(ImageField field) => null;

        // Values with their details, in the order of the array, each once.
        private OrderedDictionary<string, string>? ReadList()
        {
            if (element.ValueKind != JsonValueKind.Array) return null;
            var values = new OrderedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var item in element.EnumerateArray())
            {
                var (value, detail) = Chosen(item);
                if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text) values.TryAdd(text, detail);
            }

            return values;
        }

        private static (JsonElement Value, string Detail) Chosen(JsonElement item) =>
            item.ValueKind == JsonValueKind.Object && item.TryGetProperty("value", out var value) ? (value, Part(item, "detail")) : (item, "");
    }
}
