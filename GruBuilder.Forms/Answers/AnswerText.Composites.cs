using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Answers;

/// <content>Answers in parts: one line for each thing said.</content>
public static partial class AnswerText
{
    /// <summary>A point as maps write it: <c>50.6035, 3.0871</c>.</summary>
    public static string Point(MapPoint point) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{point.Latitude:0.######}, {point.Longitude:0.######}");

    private static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines.Where(l => l.Length > 0));

    private static string Words(string between, params IEnumerable<string> words) => string.Join(between, words.Where(w => w.Length > 0));

    private sealed partial class Writer
    {
        public string Visit(IdentityField field)
        {
            var parts = value.AsParts;
            string Part(IdentityPart part) => parts[IdentityField.NameOf(part)].ToString();
            string Labelled(IdentityPart part, string text) => text.Length == 0 ? "" : notation.Part(part) + notation.Colon + text;
            var civility = IdentityField.Civilities.FirstOrDefault(c => c.Value == Part(IdentityPart.Civility)) is { } known ? notation.Civility(known) : "";
            var day = parts[IdentityField.NameOf(IdentityPart.BirthDate)];
            var country = Part(IdentityPart.BirthCountry);
            var place = Words(" ", Part(IdentityPart.BirthPlace), country.Length == 0 ? "" : $"({country})");
            return Lines(
                Words(" ", civility, Part(IdentityPart.GivenNames), Part(IdentityPart.BirthName)),
                Labelled(IdentityPart.UsageName, Part(IdentityPart.UsageName)),
                Labelled(IdentityPart.BirthDate, day.AsDate is { } date ? notation.Day(date) : day.ToString()),
                place.Length == 0 ? "" : notation.PlaceOfBirth + notation.Colon + place,
                Labelled(IdentityPart.Nationality, Part(IdentityPart.Nationality)));
        }

        public string Visit(CommuneField field) => Words(" ", value.AsParts[CommuneField.PostalCode].ToString(), value.AsParts[CommuneField.City].ToString());

        public string Visit(MapPlaceField field) => Lines(value.AsParts[MapPlaceField.Place].ToString(), MapPlaceField.PointOf(value) is { } point ? Point(point) : "");

        public string Visit(SignatureField field)
        {
            var name = value.AsParts[SignatureField.SignerName].ToString();
            if (!value.AsParts[SignatureField.Strokes].IsAbsent) return notation.Drawn(name);
            return value.AsParts[SignatureField.Agreed].AsBoolean == true ? notation.SignedBy(name) : name;
        }

        public string Visit(MatrixField field) => Lines(field.Rows.Select(row =>
        {
            var answer = value.AsParts[row.Value];
            var chosen = MatrixField.Chosen(answer);
            var text = chosen.IsEmpty ? answer.ToString() : string.Join(", ", chosen.Select(c => field.FindOption(c)?.Label ?? c));
            return text.Length == 0 ? "" : row.Label + notation.Colon + text;
        }));
    }
}
