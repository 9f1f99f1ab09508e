using System.Globalization;
using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Drafting;

/// <summary>
/// Makes a form of a list of questions, or of the text of a form on paper. Every line becomes something, and the draft says what; the time it
/// takes grows with the text and no faster. See <c>docs/drafting.md</c>.
/// </summary>
public sealed partial class DraftReader
{
    // Beyond, a line is a text to read, whatever it holds.
    private const int LongestQuestion = 2_000;

    private readonly SourceLine[] _lines;
    private readonly Outline _outline;
    private readonly DraftPages _made;
    private int _at;

    private DraftReader(SourceLine[] lines, DraftPages made) => (_lines, _outline, _made) = (lines, new Outline(lines), made);

    /// <summary>Reads a text. Nothing in it makes it throw.</summary>
    /// <param name="text">The text: at most <see cref="FormDraft.MostLines"/> lines and <see cref="FormDraft.MostCharacters"/> characters; what lies beyond is named in the findings.</param>
    public static FormDraft Read(string text)
    {
        var made = new DraftPages();
        if (text.Length > FormDraft.MostCharacters)
        {
            made.Find("too-long", $"Le texte est trop long : {FormDraft.MostCharacters / 1000} 000 caractères au plus. Seul le début est repris ; collez la suite dans le formulaire.");
            text = text[..FormDraft.MostCharacters];
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((raw, i) => SourceLine.Of(i + 1, raw)).Where(l => l.Text.Length > 0 || l.Raw.Any(c => !char.IsWhiteSpace(c))).ToArray();
        var beyond = lines.Skip(FormDraft.MostLines).ToList();
        if (beyond.Count > 0) made.Find("too-many-lines", $"Le texte a trop de lignes : {lines.Length}, {FormDraft.MostLines} au plus. Les dernières ne sont pas reprises ; collez-les dans le formulaire.");
        new DraftReader([.. lines.Take(FormDraft.MostLines)], made).ReadAll();
        foreach (var line in beyond) made.Note(line, LineRole.Unused);
        return made.Finish();
    }

    private SourceLine? Next => _at + 1 < _lines.Length ? _lines[_at + 1] : null;

    private bool FollowsGap => _at > 0 && _lines[_at].Number - _lines[_at - 1].Number > 1;

    private void ReadAll()
    {
        _made.AsksByStar = _outline.AsksByStar;
        for (_at = 0; _at < _lines.Length; _at++) ReadLine(_lines[_at]);
    }

    private void ReadLine(SourceLine line)
    {
        if (!line.IsBlank && !line.HasTick && !line.Text.Any(char.IsLetterOrDigit) || PageNumber().IsMatch(line.Text)) _made.Note(line, LineRole.Unused);
        else if (line.IsBlank) _made.AddRoom(line);
        else if (ReadImage(line) || ReadProse(line, isSure: true)) return;
        else if (_outline[_at] is not Rank.None) ReadHeading(line);
        else if (Outline.IsStarRule(line)) _made.Note(line, LineRole.Rule);
        else if (line.StartsWithTick) ReadOptions(line);
        else if (ReadFile(line) || ReadEach(line) || ReadBlock(line) || ReadFormula(line) || ReadTable(line)) return;
        else if (line.HasTick) ReadTicks(line);
        else if (ReadChildren(line) || ReadProse(line, isSure: false)) return;
        else ReadQuestions(line);
    }

    private void ReadHeading(SourceLine line)
    {
        var title = Remarks.Tidy(Ordinal().Replace(line.Text, ""));
        if (_outline[_at] == Rank.Title)
        {
            _made.Note(line, LineRole.Title);
            while (Next is { } next && next.Number == _lines[_at].Number + 1 && _outline[_at + 1] != Rank.None && GoesOn().IsMatch(next.Text))
            {
                title += " " + next.Text.ToLower(CultureInfo.GetCultureInfo("fr-FR"));
                _made.Note(next, LineRole.Title);
                _at++;
            }

            _made.Title = title;
            return;
        }

        if (Files().IsMatch(PlainWords.Of(title)))
        {
            ReadFiles(line, title, _outline[_at]);
            return;
        }

        title = PartNumber().Replace(title, "") is { Length: > 1 } named ? PlainWords.Capital(named) : title;
        var entry = Remarks.Read(title);
        if (entry.Label.Length == 0) entry.Label = title;
        var isPrivate = ForAgents().IsMatch(PlainWords.Of(title));
        if (isPrivate) entry.Condition = null;
        var only = entry.Condition ?? (isPrivate ? null : Only().Match(entry.Label) is { Success: true } found ? found.Value : null);
        if (_outline[_at] == Rank.Page) _made.BeginPage(line, entry.Label, entry.Help, only);
        else _made.BeginSection(line, entry, only);
        _made.IsPrivate = isPrivate;
    }

    // « Pièces à fournir » and what follows: a file for each line, as long as they look alike.
    private void ReadFiles(SourceLine line, string title, Rank rank)
    {
        if (rank == Rank.Page) _made.BeginPage(line, Lists.Colon(title) is > 0 and var end ? title[..end].Trim() : title, null, null);
        else _made.BeginSection(line, new Entry(Lists.Colon(title) is > 0 and var colon ? title[..colon].Trim() : title), null);
        var (first, optional) = (true, PlainWords.Of(title).Contains("facultati", StringComparison.Ordinal));
        var marked = Next is { } next && (next.Marker is Marker.Bullet or Marker.Number or Marker.Letter || next.StartsWithTick || next.Indent > line.Indent);
        while (Next is { } piece && _outline[_at + 1] == Rank.None && !Outline.IsStarRule(piece) && !piece.IsBlank)
        {
            var isMarked = piece.Marker is Marker.Bullet or Marker.Number or Marker.Letter || piece.StartsWithTick || piece.Indent > line.Indent;
            var hasGap = piece.Number - _lines[_at].Number > 1;
            var isOther = KindGuess.IsConsent(piece.Text) || KindGuess.Of(piece.Text) == "signature" || MadeAt().IsMatch(piece.Text);
            if (isOther || (marked ? !isMarked : !first && hasGap)) break;
            _at++;
            (first, var text) = (false, piece.Text.Trim(SourceLine.Square, SourceLine.Circle, ' '));
            var entry = Conditioned(text, t => Remarks.Read(RoomSigns().Replace(t, " ")));
            entry.Kind = "file";
            if (IfNeeded().IsMatch(PlainWords.Of(text)) || optional) entry.Required ??= false;
            _made.Add(piece, entry);
        }
    }

    private bool ReadFile(SourceLine line)
    {
        var plain = PlainWords.Of(line.Text);
        if (!Files().IsMatch(plain) || line.HasBlank || line.HasTick) return false;
        var colon = Lists.Colon(line.Text);
        var isTitle = colon < 0 && Next is { } next && (next.Marker == Marker.Bullet || next.Indent > line.Indent || (next.Number == line.Number + 1 && !next.HasBlank && plain.Count(' ') < 5 && PlainWords.StartsPlural(plain)));
        if (isTitle || colon == line.Text.Length - 1)
        {
            ReadFiles(line, Remarks.Tidy(line.Text), Rank.Section);
            return true;
        }

        if (colon < 0) return false;
        var parts = Lists.Parts(line.Text[(colon + 1)..], out var sign);
        if (sign == '/' || parts.Length < 2) return false;
        _made.BeginSection(line, new Entry(Remarks.Tidy(line.Text[..colon])), null);
        foreach (var part in parts)
        {
            var entry = Remarks.Read(part);
            entry.Kind = "file";
            _made.Add(line, entry);
        }

        return true;
    }

    private bool ReadImage(SourceLine line)
    {
        if (line.Text.Length > LongestQuestion || Picture().Match(line.Raw.Trim()) is not { Success: true } picture) return false;
        _made.Add(line, new Entry(picture.Groups["text"].Value is { Length: > 0 } text ? text : "Image") { Kind = "image", Body = picture.Groups["source"].Value });
        return true;
    }

    // A heading's number, and a title that runs over two lines.
    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,2})*\s?[.)°–—-]|[IVX]{1,4}\s?[.)–—-])\s+(?=\p{L})", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?:d[ue]s?|d[’']|et|à|aux?|pour|en|sur)(?=[\s’'\p{Lu}])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^(?:page\s*)?\d{1,3}\s*(?:/|sur)\s*\d{1,3}$|^page\s+\d{1,3}$|^[-–—]\s?\d{1,3}\s?[-–—]$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:(?:partie|étape|etape|page|cadre|volet|rubrique|section|titre|chapitre)\s+(?:\d{1,2}|[A-F]|[IVX]{1,4})(?!\p{L})|(?:\d\S{1,3}|\p{L}+i[èe]me|premi[èe]re)\s+partie)\s*[:.–—-]?\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex PartNumber();

    [GeneratedRegex(@"^(?:les |liste des )?(?:pieces|documents|justificatifs)(?: justificatives?)?(?: (?:a|qui|obligatoires|complementaires|joint|demande|necessaires|facultati)[a-z]*| annexes)|^pieces justificatives|^joindre (?:les|imperativement)|^(?:merci de |veuillez )?(?:joindre|fournir)\b.{0,40}(?:pieces|documents|justificatifs)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Files();

    [GeneratedRegex(@"reserve (?:a l |au |aux )(?:administration|services?|mairie|agents?|secretariat|regie|usage interne)|(?:cadre|partie) (?:de l administration|administration)|ne rien (?:inscrire|ecrire)|reserve a la (?:mairie|ville|commune)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex ForAgents();

    [GeneratedRegex(@"(?:réservée?s? aux|uniquement (?:pour|si)|pour les|si vous|si le|si la|en cas)\b.{2,80}|\w+ uniquement$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Only();

    [GeneratedRegex(@"le cas echeant|si possible|eventuel|facultatif|s il y a lieu", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex IfNeeded();

    [GeneratedRegex(@"^fait à\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex MadeAt();

    [GeneratedRegex(@"[\u0001-\u0003]+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex RoomSigns();

    [GeneratedRegex(@"^!\[(?<text>[^\]]{0,300})\]\((?<source>[^)\s]{1,2000})\)$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Picture();
}
