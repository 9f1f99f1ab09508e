using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Answers;

/// <summary>Answers as JSON: one property per field key, an array of objects for a repeated group.</summary>
public static partial class AnswersJson
{
    private static readonly JsonWriterOptions WriteOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Loads answers into an open form, replacing what it held, and works out what follows. A value of the wrong kind is kept as
    /// unreadable, so that validation can name it; keys that are no field are passed over.
    /// </summary>
    /// <exception cref="FormatException">Not JSON, or not an object; the message says where.</exception>
    public static void Read(FormState state, string json)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            Read(state, buffer.AsSpan(0, Encoding.UTF8.GetBytes(json, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Loads answers from UTF-8 bytes; see <see cref="Read(FormState, string)"/>.</summary>
    /// <exception cref="FormatException">Not JSON, or not an object; the message says where.</exception>
    public static void Read(FormState state, ReadOnlySpan<byte> utf8) => Read(state, utf8, []);

    /// <summary>Loads what a citizen sent and what agents added under <see cref="WritePrivate"/>, as one set of answers.</summary>
    /// <exception cref="FormatException">One is not JSON, or not an object; the message says where.</exception>
    public static void Read(FormState state, string sent, string added) => Read(state, Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(added));

    private static void Read(FormState state, ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> added)
    {
        state.ClearQuietly();
        try
        {
            AnswersReader.Read(state, utf8);
            if (!added.IsEmpty) AnswersReader.Read(state, added, onlyPrivate: true);
            AnswersReader.FillUp(state);
        }
        catch (JsonException e)
        {
            throw new FormatException($"Ligne {e.LineNumber + 1}, caractère {e.BytePositionInLine + 1} : ce n'est pas du JSON correct.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("Les réponses contiennent des caractères illisibles.", e);
        }
        finally
        {
            state.EvaluateAll();
        }
    }

    /// <summary>A definition's literal as an answer of the field; absent when it does not fit.</summary>
    internal static AnswerValue FromLiteral(InputField field, AnswerValue literal, DateOnly today)
    {
        if (literal.IsAbsent) return default;
        if (field is DateField && literal.AsText is { } text && DateBound.TryParse(text, out var day)) return AnswerValue.Of(day.Resolve(today));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) WriteValue(json, literal);
        using var document = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        var value = ReadValue(field, document.RootElement);
        return value.Kind == AnswerKind.Unreadable ? default : value;
    }

    /// <summary>Reads one value as its kind of field writes it; unreadable when it does not fit.</summary>
    internal static AnswerValue ReadValue(Field field, JsonElement element) =>
        TryReadUnanswered(element, out var value) ? value : field.Accept(new ValueReader(element)) ?? AnswerValue.Unreadable(element.ToString());

    // Nothing, or what was typed and could not be read: the same in every kind.
    private static bool TryReadUnanswered(JsonElement element, out AnswerValue value)
    {
        value = default;
        if (element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return true;
        if (element.ValueKind == JsonValueKind.String) return element.GetString()!.Length == 0;
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("$typed", out var typed) || typed.ValueKind != JsonValueKind.String) return false;
        value = AnswerValue.Unreadable(typed.GetString()!);
        return true;
    }

    /// <summary>Writes the answers.</summary>
    /// <param name="state">The open form.</param>
    /// <param name="includeHidden">
    /// True for a draft: hidden answers are kept in case they show again, and what could not be read too.
    /// False for what is sent: only what the person sees, computed values included.
    /// </param>
    public static string Write(FormState state, bool includeHidden)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriteOptions))
        {
            WriteTo(json, state, includeHidden);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>
    /// Writes only what questions kept for agents hold, hidden ones left out. Of a series whose rows the citizen gave, each row has its place,
    /// holding what agents added to it.
    /// </summary>
    /// <param name="state">The form, open for an agent.</param>
    public static string WritePrivate(FormState state)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriteOptions))
        {
            json.WriteStartObject();
            WriteFields(json, state, [.. state.Program.Fields.Where(f => f.IsPrivate)], null, includeHidden: false);
            foreach (var group in state.Program.Groups.Where(g => g.HasPrivateColumns)) WriteAdded(json, state, group);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the answers as an object into a larger JSON text.</summary>
    public static void WriteTo(Utf8JsonWriter json, FormState state, bool includeHidden)
    {
        json.WriteStartObject();
        WriteFields(json, state, state.Program.Fields, null, includeHidden);
        json.WriteEndObject();
    }

    private static void WriteAdded(Utf8JsonWriter json, FormState state, BoundField group)
    {
        ImmutableArray<BoundField> added = [.. group.Columns.Where(c => c.IsPrivate)];
        var rows = state.Rows(group);
        if (!rows.Any(row => added.Any(c => !state[new AnswerPlace(c, row)].IsAbsent))) return;
        json.WriteStartArray(group.Field.Key);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            WriteFields(json, state, added, row, includeHidden: false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter json, FormState state, ImmutableArray<BoundField> fields, FormRow? row, bool includeHidden)
    {
        foreach (var field in fields)
        {
            var place = new AnswerPlace(field, row);
            if (!includeHidden && !state.IsVisible(place)) continue;
            if (field.Field is RepeatedGroupField)
            {
                json.WriteStartArray(field.Field.Key);
                foreach (var inner in state.Rows(field))
                {
                    json.WriteStartObject();
                    WriteFields(json, state, field.Columns, inner, includeHidden);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                continue;
            }

            if (includeHidden && field.Field is ComputedField) continue;
            var value = includeHidden ? state.Raw(place) : state[place];
            if (value.IsAbsent) continue;
            json.WritePropertyName(field.Field.Key);
            WriteValue(json, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, AnswerValue value)
    {
        switch (value.Kind)
        {
            case AnswerKind.Number:
                json.WriteNumberValue(value.AsNumber!.Value);
                break;
            case AnswerKind.Boolean or AnswerKind.Text:
                WriteChosen(json, value, value.ToString());
                break;
            case AnswerKind.List:
                json.WriteStartArray();
                foreach (var item in value.AsList) WriteChosen(json, value, item);
                json.WriteEndArray();
                break;
            case AnswerKind.DateRange:
                WriteRange(json, value.AsDateRange!.Value);
                break;
            case AnswerKind.Address:
                var address = value.AsAddress!;
                json.WriteStartObject();
                json.WriteString("street", address.Street);
                json.WriteString("complement", address.Complement);
                json.WriteString("postalCode", address.PostalCode);
                json.WriteString("city", address.City);
                json.WriteEndObject();
                break;
            case AnswerKind.Files:
                json.WriteStartArray();
                foreach (var file in value.AsFiles)
                {
                    json.WriteStartObject();
                    json.WriteString("id", file.Id);
                    json.WriteString("name", file.Name);
                    json.WriteNumber("size", file.Size);
                    json.WriteString("contentType", file.ContentType);
                    json.WriteString("sha256", file.Sha256);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            case AnswerKind.Parts:
                json.WriteStartObject();
                foreach (var part in value.AsParts.All)
                {
                    json.WritePropertyName(part.Name);
                    WriteValue(json, part.Value);
                }

                json.WriteEndObject();
                break;
            case AnswerKind.Unreadable:
                json.WriteStartObject();
                json.WriteString("$typed", value.AsUnreadable);
                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    /// <summary>Reads one value as its kind of field writes it; null when it does not fit.</summary>
    private sealed partial class ValueReader(JsonElement element) : IFieldVisitor<AnswerValue?>
    {
        private AnswerValue? Text => element.ValueKind == JsonValueKind.String ? AnswerValue.Of(element.GetString()) : null;

        public AnswerValue? Visit(ShortTextField field) => Text;

        public AnswerValue? Visit(LongTextField field) => Text;

        public AnswerValue? Visit(NumberField field) =>
            element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) ? AnswerValue.Of(number) : null;

        public AnswerValue? Visit(DateField field) => Day(element);

        public AnswerValue? Visit(EmailField field) => Text;

        public AnswerValue? Visit(TelephoneField field) => Text;

        public AnswerValue? Visit(PostalAddressField field) => element.ValueKind == JsonValueKind.Object
            ? AnswerValue.Of(new PostalAddress(Part(element, "street"), Part(element, "complement"), Part(element, "postalCode"), Part(element, "city")))
            : null;

        public AnswerValue? Visit(FileField field)
        {
            if (element.ValueKind != JsonValueKind.Array) return null;
            var files = element.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(e => new FileAnswer(
                Part(e, "id"), Part(e, "name"), e.TryGetProperty("size", out var s) && s.ValueKind == JsonValueKind.Number && s.TryGetInt64(out var size) ? size : 0, Part(e, "contentType"), Part(e, "sha256")));
            return AnswerValue.Of([.. files]);
        }

        public AnswerValue? Visit(RepeatedGroupField field) => null;

        public AnswerValue? Visit(ComputedField field) => null;

        public AnswerValue? Visit(InformationField field) => null;

        public AnswerValue? Visit(SectionTitleField field) => null;

        // In the order of the options, then what is no option, so that validation can name it.
        private static AnswerValue Chosen(JsonElement list, ImmutableArray<Option> options)
        {
            var chosen = list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).ToHashSet(StringComparer.Ordinal);
            var known = options.Select(o => o.Value).Where(chosen.Remove).ToList();
            return AnswerValue.Of([.. known, .. chosen.Order(StringComparer.Ordinal)]);
        }

        private static AnswerValue? Day(JsonElement text) =>
            text.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(text.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? AnswerValue.Of(day) : null;

        private static string Part(JsonElement owner, string name) =>
            owner.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString()! : "";
    }
}
