using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Answers;

/// <summary>How the commonest kinds' answers are read, without a document in between.</summary>
internal enum AnswerReading : byte
{
    /// <summary>By the kind's own reader, from a JSON element.</summary>
    ByKind,

    /// <summary>Takes no answer.</summary>
    None,
    Text,
    Number,
    YesNo,
    Date,
    Choice,
    Rows,
}

/// <summary>Reads answers straight into an open form's places.</summary>
internal static class AnswersReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <summary>Reads into a form that was cleared; <see cref="FillUp(FormState)"/> comes last.</summary>
    /// <param name="state">The form.</param>
    /// <param name="utf8">The answers.</param>
    /// <param name="onlyPrivate">Passes over what is not kept for agents.</param>
    public static void Read(FormState state, ReadOnlySpan<byte> utf8, bool onlyPrivate = false)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new FormatException("Les réponses doivent être un objet JSON { … }.");
        var program = state.Program;
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = Find(program.Keys, ref reader, ref expected);
            reader.Read();
            if (place < 0 || (onlyPrivate && program.Fields[place] is { IsPrivate: false, HasPrivateColumns: false }))
            {
                reader.Skip();
                continue;
            }

            var field = program.Fields[place];
            if (onlyPrivate && field.HasPrivateColumns)
            {
                ReadAdded(state, field, ref reader);
            }
            else if (field.Reading == AnswerReading.Rows)
            {
                ReadRows(state, field, ref reader);
            }
            else if (field.Reading == AnswerReading.None)
            {
                reader.Skip();
            }
            else
            {
                if (!state.RefAt(place).IsAbsent) throw Repeated(field);
                state.SetQuietly(place, ReadValue(field, ref reader));
            }
        }

        // What follows the object is an error too.
        reader.Read();
    }

    /// <summary>Gives every group the rows that it has at least.</summary>
    public static void FillUp(FormState state)
    {
        foreach (var group in state.Program.Groups) FillUp(state, group);
    }

    private static FormatException Repeated(BoundField field) => new($"La réponse « {field.Field.Key} » est écrite deux fois.");

    private static int Find(KeyTable keys, ref Utf8JsonReader reader, ref int expected)
    {
        int place;
        if (!reader.ValueIsEscaped)
        {
            place = keys.Find(reader.ValueSpan, expected);
        }
        else
        {
            var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
            place = keys.Find(buffer.AsSpan(0, reader.CopyString(buffer)), expected);
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (place >= 0) expected = place + 1;
        return place;
    }

    private static void ReadRows(FormState state, BoundField group, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        if (state.RowsAt(group.Slot).Count > 0) throw Repeated(group);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var row = state.AddRowQuietly(group);
            if (row is null || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            ReadRow(row, group, ref reader, onlyPrivate: false);
        }
    }

    // What agents added to the rows that the citizen gave, in the same order; rows that are not there are passed over.
    private static void ReadAdded(FormState state, BoundField group, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        var rows = state.RowsAt(group.Slot);
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i >= rows.Count || reader.TokenType != JsonTokenType.StartObject) reader.Skip();
            else ReadRow(rows[i], group, ref reader, onlyPrivate: true);
        }
    }

    private static void ReadRow(FormRow row, BoundField group, ref Utf8JsonReader reader, bool onlyPrivate)
    {
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = Find(group.ColumnKeys, ref reader, ref expected);
            reader.Read();
            if (place < 0 || group.Columns[place].Reading == AnswerReading.None || (onlyPrivate && !group.Columns[place].IsPrivate))
            {
                reader.Skip();
                continue;
            }

            if (!row.RefAt(place).IsAbsent) throw Repeated(group.Columns[place]);
            row.SetRaw(place, ReadValue(group.Columns[place], ref reader));
        }
    }

    // A group of which nothing is said starts with its fewest rows.
    private static void FillUp(FormState state, BoundField group)
    {
        if (state.RowsAt(group.Slot).Count > 0) return;
        for (var i = 0; i < ((RepeatedGroupField)group.Field).MinRows; i++) state.AddRowQuietly(group);
    }

    private static AnswerValue ReadValue(BoundField field, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.String when reader.ValueSpan.IsEmpty:
                return default;
            case JsonTokenType.String when field.Reading == AnswerReading.Text:
                return AnswerValue.Of(reader.GetString());
            case JsonTokenType.String when field.Reading == AnswerReading.Choice && !reader.ValueIsEscaped:
                // The option's own text serves again: no copy, and comparing it is quick.
                var option = field.OptionKeys.Find(reader.ValueSpan, -1);
                return AnswerValue.Of(option < 0 ? reader.GetString() : ((ChoiceField)field.Field).Options[option].Value);
            case JsonTokenType.String when field.Reading == AnswerReading.Date && IsoDay.Parse(reader.ValueSpan) is { } day:
                return AnswerValue.Of(day);
            case JsonTokenType.Number when field.Reading == AnswerReading.Number:
                if (Utf8Parser.TryParse(reader.ValueSpan, out int small, out var used) && used == reader.ValueSpan.Length) return AnswerValue.Of((decimal)small);
                if (reader.TryGetDecimal(out var number)) return AnswerValue.Of(number);
                break;
            case JsonTokenType.True or JsonTokenType.False when field.Reading == AnswerReading.YesNo:
                return AnswerValue.Of(reader.TokenType == JsonTokenType.True);
        }

        return AnswersJson.ReadValue(field.Field, JsonElement.ParseValue(ref reader));
    }
}
