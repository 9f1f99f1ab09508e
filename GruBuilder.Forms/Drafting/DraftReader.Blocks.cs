using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Drafting;

/// <content>Lines that lead on to others, and lines to read.</content>
public sealed partial class DraftReader
{
    // « Pour chaque enfant : nom, prénom », or with its questions on the lines below.
    private bool ReadEach(SourceLine line)
    {
        if (line.HasTick || line.HasBlank || Each().Match(line.Text) is not { Success: true } each) return false;
        var group = new Entry(PlainWords.Capital(PlainWords.Plural(each.Groups["noun"].Value.Trim()))) { Kind = "repeatedGroup" };
        var rest = each.Groups["rest"].Value.Trim();
        if (rest.Length > 0)
        {
            foreach (var part in Lists.Parts(Told().Replace(rest, ""), out _)) group.Columns.Add(Lists.Question(part, inRow: true));
            _made.Add(line, group);
            return true;
        }

        if (Next is null) return false;
        _made.Add(line, group);
        TakeColumns(line, group);
        if (group.Columns.Count == 0) group.Kind = "sectionTitle";
        return true;
    }

    private void TakeColumns(SourceLine line, Entry group)
    {
        var marked = Next is { } first && IsUnder(first, line);
        while (Next is { } next && _outline[_at + 1] == Rank.None && !next.IsBlank && (marked ? IsUnder(next, line) : next.Number - _lines[_at].Number == 1))
        {
            if (KindGuess.IsConsent(next.Text) || KindGuess.Of(next.Text) == "signature") break;
            _at++;
            if (next.StartsWithTick && group.Columns.Count > 0)
            {
                TakeOptions(next, group.Columns[^1], next.Text.Split(Ticks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                _made.Note(next, LineRole.Part, group.Columns[^1]);
                continue;
            }

            var columns = next.HasTick ? Ticked(next) : Pieces(next.Text);
            group.Columns.AddRange(columns.Where(c => c.Kind is not "repeatedGroup"));
            _made.Note(next, LineRole.Field, [.. columns]);
        }
    }

    private List<Entry> Ticked(SourceLine line)
    {
        var first = line.Text.AsSpan().IndexOfAny(SourceLine.Square, SourceLine.Circle);
        var pieces = Pieces(line.Text[..first]);
        if (pieces.Count == 0) pieces.Add(new Entry("Votre choix"));
        pieces[^1].Kind = null;
        TakeOptions(line, pieces[^1], line.Text[first..].Split(Ticks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return pieces;
    }

    // « Si vous êtes une association : » and the lines under it.
    private bool ReadBlock(SourceLine line)
    {
        if (line.HasTick || line.HasBlank || Block().Match(line.Text) is not { Success: true } block) return false;
        var rest = block.Groups["rest"].Value.Trim();
        var condition = block.Groups["if"].Value.Trim();
        if (rest.Length > 0)
        {
            var parts = Lists.Parts(Told().Replace(rest, ""), out _);
            if (parts.Length < 2 || !parts.All(p => KindGuess.IsKnown(p))) return false;
            foreach (var part in parts)
            {
                var entry = Lists.Question(part);
                entry.Condition ??= condition;
                _made.Add(line, entry);
            }

            return true;
        }

        var marked = Next is { } first && IsUnder(first, line);
        var under = new List<Entry>();
        while (Next is { } next && _outline[_at + 1] == Rank.None && (marked ? IsUnder(next, line) : next.Number - _lines[_at].Number == 1))
        {
            _at++;
            var known = _made.Count;
            ReadLine(next);
            under.AddRange(_made.Since(known));
        }

        foreach (var entry in under) entry.Condition ??= condition;
        _made.Note(line, LineRole.Rule, [.. under]);
        return true;
    }

    // « Tarif = 3,5 × repas par semaine »
    private bool ReadFormula(SourceLine line)
    {
        if (line.HasBlank || line.HasTick || Formula().Match(line.Text) is not { Success: true } formula) return false;
        var entry = Remarks.Read(formula.Groups["label"].Value);
        entry.Kind = "computed";
        entry.Formula = formula.Groups["formula"].Value.Trim();
        _made.Add(line, entry);
        return true;
    }

    // The head of a table copied out of a document: the questions of each row.
    private bool ReadTable(SourceLine line)
    {
        if (line.HasTick || line.HasBlank) return false;
        var cells = line.Text.Trim('|').Split(line.Text.Contains('\t') ? '\t' : '|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length < 3 || cells.Any(c => c.Length > 60) || cells.Count(KindGuess.IsKnown) * 2 < cells.Length) return false;
        var group = new Entry("Tableau") { Kind = "repeatedGroup" };
        group.Columns.AddRange(cells.Select(c => Lists.Question(c, inRow: true)));
        _made.AddTable(line, group);
        return true;
    }

    // A line that ends in a colon before lines that stand under it: a title, or a question and its options.
    private bool ReadChildren(SourceLine line)
    {
        if (line.HasBlank || Next is not { } next || _outline[_at + 1] != Rank.None || !IsUnder(next, line) || next.HasTick || next.IsBlank) return false;
        var isLead = line.Text.EndsWith(':') || line.Text.EndsWith('?') || line.Text.EndsWith(')') && next.Marker == Marker.Bullet;
        if (!isLead && !(next.Indent > line.Indent + 1)) return false;
        var children = new List<SourceLine>();
        for (var i = _at + 1; i < _lines.Length && IsUnder(_lines[i], line) && _outline[i] == Rank.None; i++) children.Add(_lines[i]);
        var entry = Remarks.Read(line.Text);
        var asksChoice = line.Text.EndsWith('?') || entry.Several is not null || KindGuess.AsksChoice(line.Text);
        var areOptions = children.Count > 1 && children.TrueForAll(c => c.Text.Length <= 80 && !c.HasBlank && !c.Text.EndsWith('?') && Lists.Colon(c.Text) < 0)
            && (asksChoice || !children.Exists(c => KindGuess.IsKnown(c.Text)));
        if (!areOptions)
        {
            if (!line.Text.EndsWith(':') || asksChoice) return false;
            _made.BeginSection(line, entry, entry.Condition);
            return true;
        }

        entry.HasSquares = true;
        _made.Add(line, entry);
        foreach (var child in children)
        {
            entry.Options.Add(Lists.Option(child.Text));
            _made.Note(child, LineRole.Part, entry);
            _at++;
        }

        return true;
    }

    private bool ReadProse(SourceLine line, bool isSure)
    {
        if (_made.Continues(line)) return true;
        if (isSure && line.Text.Length <= LongestQuestion || !isSure && !IsProse(line)) return false;
        var text = Spaces().Replace(line.Raw, " ").Trim();
        _made.AddText(line, text);
        return true;
    }

    private bool IsProse(SourceLine line)
    {
        if (line.HasBlank || line.Text.EndsWith('?') || line.Text.EndsWith(':') || line.Text.EndsWith('*') || KindGuess.IsConsent(line.Text)) return false;
        var plain = PlainWords.Of(line.Text);
        if (_made.IsEmpty && Letterhead().IsMatch(plain) || _outline.UsesBlanks && _made.IsEmpty && _at < 4 && Lists.Colon(line.Text) < 0) return true;
        var words = plain.Count(' ') + 1;
        if (Note().IsMatch(plain) && words > 3) return true;
        if (Lists.Colon(line.Text) is > 0 and < 60 && !line.Text.EndsWith('.')) return words > 30 && Law().IsMatch(plain);
        if (Law().IsMatch(plain) && words > 7) return true;
        if (Ask().IsMatch(plain)) return words > 25;
        return words > 14 || words > 5 && line.Text.EndsWith('.') || _outline.UsesBlanks && words > 7;
    }

    private static bool IsUnder(SourceLine line, SourceLine parent) =>
        line.Indent > parent.Indent + 1 || (line.Marker is Marker.Bullet or Marker.Letter && parent.Marker is not (Marker.Bullet or Marker.Letter))
        || (line.Marker == Marker.Number && parent.Marker == Marker.Number && line.Level > parent.Level);

    [GeneratedRegex(@"^pour chaque (?<noun>[^:,]{2,60}?)\s*(?::|,)?\s*(?<rest>(?<=[:,]\s*).*)?$|^(?<noun>[^:,(]{2,60}?)\s*\((?:[àa] répéter|pour chaque\b|un par)[^)]{0,60}\)\s*:?\s*(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Each();

    [GeneratedRegex(@"^(?<if>(?:si|en cas de|pour les|uniquement pour les|uniquement si)\s[^:?,]{2,100}?)\s*:\s*(?<rest>.*)$|^(?<if>[^:?]{2,60}\suniquement)\s*:\s*(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?:merci d[e’'])?\s?(?:indiquez|indiquer|précisez|préciser|donnez|donner|renseignez|renseigner)\s+(?:ses|son|sa|le|la|les|votre|vos|l[’'])?\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Told();

    [GeneratedRegex(@"^(?<label>\p{L}[^=:×*]{1,119}?)\s*(?:=|:(?=[^,;]*\d[^,;]*[×*])|:(?=[^,;]*[×*][^,;]*\d))\s*(?<formula>[^=].*)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Formula();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:mairie|republique francaise|prefecture|departement d|hotel de ville|ccas|centre communal)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Letterhead();

    [GeneratedRegex(@"^(?:(?:ce |le |la |tout |toute )?(?:document|dossier|formulaire|imprime|demande) (?:a|est|doit|dument|incomplet|complet)|a retourner|a remettre|a renvoyer|merci de|toute |tout |nb|n b|attention|important|rappel|nota|pour tout renseignement|les informations|les donnees|conformement|cerfa|article \d|aucun dossier|en cas de (?!\w+ ?$))\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Note();

    [GeneratedRegex(@"\b(?:rgpd|cnil|loi n|loi du|decret|code (?:general|civil|penal|de l)|article l? ?\d|reglement europeen|protection des donnees)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Law();

    [GeneratedRegex(@"^(?:decrivez|expliquez|precisez|indiquez|presentez|detaillez|quels?|quelles?|combien|comment|pourquoi|ou|quand|description|motif)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Ask();
}
