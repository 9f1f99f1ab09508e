using System.Text;
using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Validation;

/// <summary>Everything that follows from a set of answers, for tests, operators and other programs.</summary>
/// <param name="Visible">Keys of the visible fields outside groups, in form order.</param>
/// <param name="State">The open form, for the values.</param>
/// <param name="Errors">Messages by path (<c>nom</c>, <c>enfants[0].classe</c>).</param>
/// <param name="Warnings">What only asks for attention, by path.</param>
public sealed record FormEvaluation(IReadOnlyList<string> Visible, FormState State, IReadOnlyDictionary<string, string[]> Errors, IReadOnlyDictionary<string, string[]> Warnings)
{
    /// <summary>Evaluates an open form as it stands.</summary>
    public static FormEvaluation Of(FormState state) => new(
        [.. state.Program.Fields.Where(f => state.IsVisible(new AnswerPlace(f))).Select(f => f.Field.Key)],
        state,
        ByPath(AnswerValidator.Validate(state)),
        ByPath(AnswerValidator.Warnings(state)));

    private static Dictionary<string, string[]> ByPath(IEnumerable<AnswerError> errors) =>
        errors.GroupBy(e => e.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray(), StringComparer.Ordinal);

    /// <summary><c>{"visible":[…],"values":{…},"errors":{…},"warnings":{…},"end":"…"}</c>; the last only where the answers lead to a way out.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("visible");
            foreach (var key in Visible) json.WriteStringValue(key);
            json.WriteEndArray();
            json.WritePropertyName("values");
            AnswersJson.WriteTo(json, State, includeHidden: false);
            WriteMessages(json, "errors", Errors);
            WriteMessages(json, "warnings", Warnings);
            if (State.End is { } end) json.WriteString("end", end.End.Key);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteMessages(Utf8JsonWriter json, string property, IReadOnlyDictionary<string, string[]> byPath)
    {
        json.WriteStartObject(property);
        foreach (var (path, messages) in byPath)
        {
            json.WriteStartArray(path);
            foreach (var message in messages) json.WriteStringValue(message);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
