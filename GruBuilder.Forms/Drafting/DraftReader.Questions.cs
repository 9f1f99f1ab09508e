using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Drafting;

/// <content>Lines that ask.</content>
public sealed partial class DraftReader
{
    private static readonly char[] Ticks = [SourceLine.Square, SourceLine.Circle];

    // A line whose boxes stand at its start: options of the question above, or something to agree to.
    private void ReadOptions(SourceLine line)
    {
        var options = line.Text.Split(Ticks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (options.Length == 1 && KindGuess.IsConsent(options[0]))
        {
            _made.Add(line, Agreement(options[0]));
            return;
        }

        var question = IsCivility(options) && !_made.AwaitsOptions ? null : _made.OpenQuestion();
        if (question is null)
        {
            question = new Entry(NameOf(options, line)) { AwaitsOptions = true };
            _made.Add(line, question);
        }
        else
        {
            _made.Note(line, LineRole.Part, question);
        }

        TakeOptions(line, question, options);
    }

    // Boxes behind words: a question with its options, or the row of a table whose boxes have no words.
    private void ReadTicks(SourceLine line)
    {
        var first = line.Text.AsSpan().IndexOfAny(SourceLine.Square, SourceLine.Circle);
        var head = line.Text[..first].Trim();
        var options = line.Text[first..].Split(Ticks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (options.Length == 0)
        {
            var boxes = line.Text.Count(c => Ticks.Contains(c));
            if (boxes == 1) _made.Add(line, KindGuess.IsConsent(head) ? Agreement(head) : new Entry(Remarks.Tidy(head)) { Kind = "yesNo" });
            else _made.AddRow(line, Remarks.Tidy(head), boxes, line.Text.Contains(SourceLine.Square));
            return;
        }

        var pieces = Pieces(head);
        for (var i = 0; i < pieces.Count - 1; i++) _made.Add(line, pieces[i]);
        var question = pieces.Count > 0 ? pieces[^1] : new Entry("");
        question.Kind = null;
        question.AwaitsOptions = true;
        if (question.Label.Length == 0) question.Label = NameOf(options, line);
        _made.Add(line, question);
        TakeOptions(line, question, options);
    }

    private void TakeOptions(SourceLine line, Entry question, string[] options)
    {
        question.HasSquares |= line.Text.Contains(SourceLine.Square);
        foreach (var text in options)
        {
            // « Non   Si oui, lequel : … » goes on with another question.
            var follows = FollowUp().Match(text);
            var option = follows.Success ? text[..follows.Index] : text;
            if (option.Trim().Length > 0) question.Options.Add(Lists.Option(option));
            if (!follows.Success) continue;
            foreach (var entry in Pieces(follows.Groups["rest"].Value)) _made.Add(line, entry, isAside: true);
        }
    }

    private void ReadQuestions(SourceLine line)
    {
        if (KindGuess.IsConsent(line.Text) && !line.HasBlank)
        {
            _made.Add(line, Agreement(line.Text));
            return;
        }

        foreach (var entry in Pieces(line.Text)) _made.Add(line, entry);
    }

    // The questions of a line: one before each room to write, or the line itself.
    private static List<Entry> Pieces(string text)
    {
        var entries = new List<Entry>();
        if (text.AsSpan().IndexOfAny(SourceLine.Blank, SourceLine.DayBlank, SourceLine.HourBlank) < 0)
        {
            foreach (var part in Together(text))
            {
                var entry = Conditioned(part, t => Lists.Question(t));
                entry.AwaitsOptions = part.EndsWith(':') || part.EndsWith('?');
                entries.Add(entry);
            }

            return entries;
        }

        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (SourceLine.Blank or SourceLine.DayBlank or SourceLine.HourBlank)) continue;
            AddPiece(entries, text[start..i], text[i]);
            start = i + 1;
        }

        var rest = Remarks.Tidy(text[start..]);
        if (rest.Length == 0 || entries.Count == 0) return entries;
        if (KindGuess.IsConsent(rest)) entries.Add(Agreement(Spoken().IsMatch(rest) ? rest : $"Je {char.ToLowerInvariant(rest[0])}{rest[1..]}"));
        else if (rest.Length > 40) entries.Add(new Entry("") { Kind = "information", Body = rest });
        else if (text[start..].Contains(':', StringComparison.Ordinal) || KindGuess.Of(rest) != KindGuess.Otherwise) entries.Add(Remarks.Read(rest));
        else Behind(entries[^1], text[start..]);
        return entries;
    }

    private static void AddPiece(List<Entry> entries, string text, char room)
    {
        if (entries.Count > 0 && UnitBefore().Match(text) is { Success: true } unit)
        {
            Behind(entries[^1], unit.Value);
            text = text[unit.Length..];
        }

        // « IBAN : FR » : what is printed before the room is no part of the question.
        if (Lists.Colon(text) is > 0 and var colon && text[(colon + 1)..].Trim() is { Length: 1 or 2 } printed && printed.All(char.IsUpper)) text = text[..colon];
        if (!text.Any(char.IsLetter))
        {
            if (entries.Count > 0) Behind(entries[^1], text);
            return;
        }

        var entry = Conditioned(text, t => Remarks.Read(t));
        if (entry.Label.Length == 0) return;
        entry.Room = 1;
        if (room == SourceLine.DayBlank) entry.Kind ??= "date";
        if (room == SourceLine.HourBlank) entry.Kind ??= "time";
        PaperWords.Settle(entry, entries);
        if (entry.Label.Length > 0) entries.Add(entry);
    }

    // Signs behind the room: what the number counts.
    private static void Behind(Entry entry, string text)
    {
        var unit = text.Trim().Trim('.', ',', ';', '(', ')', '@').Trim();
        if (unit.Length == 0) return;
        if (unit is "€" || PlainWords.Of(unit) is "euros" or "eur") entry.Kind ??= "amount";
        else if (Counted().IsMatch(unit)) entry.Unit ??= unit;
        else entry.Help = entry.Help is { } help ? $"{help} ; {unit}" : PlainWords.Capital(unit);
    }

    // « Nom :   Prénom : » on one line without room to write; or known questions parted by wide spaces.
    private static IEnumerable<string> Together(string text)
    {
        var parts = Wide().Split(text).Where(p => p.Length > 0).ToList();
        return parts.Count > 1 && parts.TrueForAll(p => p.EndsWith(':') || KindGuess.IsKnown(p)) ? parts : [text];
    }

    // « Si oui, lequel ? » applies only then.
    private static Entry Conditioned(string text, Func<string, Entry> read)
    {
        if (If().Match(text) is not { Success: true } found) return read(text);
        var entry = read(PlainWords.Capital(found.Groups["rest"].Value));
        entry.Condition ??= found.Groups["if"].Value;
        return entry;
    }

    private static Entry Agreement(string text)
    {
        text = Remarks.Tidy(text);
        return text.Length <= 150 ? new Entry(text) { Kind = "consent" } : new Entry("") { Kind = "consent", Body = text };
    }

    private static bool IsCivility(string[] options) => options.All(o => PlainWords.Of(o) is "mme" or "m" or "mr" or "madame" or "monsieur" or "mlle");

    // Boxes that no question leads on to: square ones may be ticked at will.
    private static string NameOf(string[] options, SourceLine line) =>
        IsCivility(options) ? "Civilité"
        : line.Text.Contains(SourceLine.Square) ? "Cochez ce qui vous concerne" : "Votre choix";

    [GeneratedRegex(@"[\s,;.–-]+(?<rest>si (?:oui|non|autre)\b.+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex FollowUp();

    [GeneratedRegex(@"^(?<if>(?:si|en cas de|pour les)\s[^,:?]{2,80}?)\s*[,:]\s*(?<rest>[^\s\u0001-\u0003].*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex If();

    [GeneratedRegex(@"^(?:%|m²|m2|m³|km|cm|mm|m|ml|kg|t|ha|ans|mois|jours?|heures?|minutes|personnes?|enfants?|mètres|litres|places|watts|kW|kVA|repas)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\s*(?:€|%|m²|m2|m³|km|cm|mm|m|ml|kg|ha|ans|mois|jours?|heures?|personnes?|euros)(?=\s{2,}\S|\s+\p{Lu})", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex UnitBefore();

    [GeneratedRegex(@"^(?:je|j[’']|nous|on)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\t+|\s{3,}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Wide();
}
