using System.Text.RegularExpressions;

namespace GruBuilder.Forms.Drafting;

/// <summary>What a line is in the order of a text.</summary>
internal enum Rank
{
    /// <summary>No heading.</summary>
    None,

    /// <summary>The form's title.</summary>
    Title,

    /// <summary>A heading that makes a page.</summary>
    Page,

    /// <summary>A heading within a page.</summary>
    Section,
}

/// <summary>Which lines are headings. The strongest kind of heading that a text uses makes its pages, the others its titles.</summary>
internal sealed partial class Outline
{
    private const int LongestHeading = 100;
    private readonly SourceLine[] _lines;
    private readonly Rank[] _ranks;

    public Outline(SourceLine[] lines)
    {
        _lines = lines;
        _ranks = new Rank[lines.Length];
        UsesBlanks = lines.Count(l => l.HasBlank) >= 3;
        AsksByStar = lines.Any(IsStarRule);
        var strengths = Strengths();
        var strongest = strengths.Where(s => s is > 0 and < Weak).DefaultIfEmpty(Weak).Min();
        for (var i = 0; i < lines.Length; i++) _ranks[i] = strengths[i] == 0 ? Rank.None : strengths[i] == strongest && strongest < Weak ? Rank.Page : Rank.Section;
        FindTitle(strengths, strongest);
    }

    private const int Weak = 50;

    /// <summary>The text has room to write on, as paper has: what has none is a heading or a text.</summary>
    public bool UsesBlanks { get; }

    /// <summary>A line says that starred questions must be answered.</summary>
    public bool AsksByStar { get; }

    /// <summary>What the line at this index is.</summary>
    public Rank this[int index] => _ranks[index];

    /// <summary>Whether the line only says what the star means.</summary>
    public static bool IsStarRule(SourceLine line) => StarRule().IsMatch(line.Raw);

    // 0 none, 1 named parts, 10 to 16 number signs, 30 numbered headings, 40 capitals, 50 what never makes a page.
    private int[] Strengths()
    {
        var strengths = new int[_lines.Length];
        var capitals = _lines.Count(l => l.IsCapitals) * 5 <= _lines.Length * 3 || _lines.Any(l => l.HasBlank);
        var named = _lines.Count(IsNamed) >= 2;
        var numbered = Enumerable.Range(0, _lines.Length).Where(IsNumberedHeading).ToHashSet();
        var withNumber = _lines.Count(l => l is { Marker: Marker.Number, Level: 1 });
        if (numbered.Count * 2 <= withNumber) numbered = [.. numbered.Where(i => IsParentOfNext(i) || _lines[i].IsCapitals)];
        for (var i = 0; i < _lines.Length; i++)
        {
            var line = _lines[i];
            if (line.Marker == Marker.Heading) strengths[i] = line.Level == 6 ? Weak : 9 + line.Level;
            else if (!MayBeHeading(line)) strengths[i] = 0;
            else if (IsNamed(line)) strengths[i] = named ? 1 : 40;
            else if (numbered.Contains(i)) strengths[i] = 30;
            else if (capitals && IsCapitalHeading(line)) strengths[i] = line.Marker == Marker.Letter ? Weak : 40;
            else if (UsesBlanks && IsBareTitle(i)) strengths[i] = Weak;
        }

        return strengths;
    }

    // A first heading that stands alone on its level above others is the form's own; so is a first line that names a request.
    private void FindTitle(int[] strengths, int strongest)
    {
        var first = Array.FindIndex(_ranks, r => r != Rank.None);
        if (first < 0 || first > 4) return;
        var others = strengths.Skip(first + 1).Where(s => s is > 0 and < Weak).ToList();
        var isAlone = others.Count > 0 && !others.Contains(strengths[first]);
        var isNamed = others.Count > 0 && FormName().IsMatch(PlainWords.Of(_lines[first].Text)) && _lines[first].Marker is Marker.None or Marker.Heading;
        if (strengths[first] == Weak || (!(isAlone && strengths[first] is >= 10 and < 20) && !(isNamed && first + 1 < _lines.Length))) return;
        _ranks[first] = Rank.Title;
        if (strengths[first] != strongest || !isAlone) return;
        var next = others.Min();
        for (var i = first + 1; i < _lines.Length; i++)
        {
            if (strengths[i] == next) _ranks[i] = Rank.Page;
        }
    }

    private static bool MayBeHeading(SourceLine line) =>
        line.Text.Length is > 1 and <= LongestHeading && !line.HasBlank && !line.HasTick && line.Marker != Marker.Bullet && !line.Text.EndsWith('?') && line.Text.Any(char.IsLetter)
        && !line.Text.Contains('\t') && (Lists.Colon(line.Text) is var colon && (colon < 0 || colon == line.Text.Length - 1 || PartName().IsMatch(line.Text)));

    private static bool IsNamed(SourceLine line) =>
        MayBeHeading(line) && (line.Marker == Marker.Roman || (PartName().IsMatch(line.Text) && line.Marker is Marker.None or Marker.Number && PartName().IsMatch(line.Text)));

    private bool IsNumberedHeading(int i)
    {
        var line = _lines[i];
        if (line is not { Marker: Marker.Number, Level: 1 } || !MayBeHeading(line) || i + 1 == _lines.Length) return false;
        if (line.IsCapitals || IsParentOfNext(i)) return true;
        var next = _lines[i + 1];
        return next.Marker != Marker.Number && !next.StartsWithTick && !next.IsBlank && (!KindGuess.IsKnown(line.Text) || KindGuess.Of(line.Text) is "identity") && !KindGuess.AsksChoice(line.Text);
    }

    private bool IsParentOfNext(int i) =>
        i + 1 < _lines.Length && _lines[i].Marker == Marker.Number && _lines[i + 1] is { Marker: Marker.Number } next && next.Level == _lines[i].Level + 1 && next.Ordinal.StartsWith(_lines[i].Ordinal + ".", StringComparison.Ordinal);

    private static bool IsCapitalHeading(SourceLine line)
    {
        if (!line.IsCapitals || line.Text.Count(char.IsLetter) < 4) return false;
        var words = PlainWords.Of(line.Text).Split(' ').Length;
        return line.Marker is Marker.Number or Marker.Letter || words > 3 || !KindGuess.IsKnown(line.Text) || KindGuess.Of(line.Text) is "identity" or "amount" or "dateRange" or "mapPlace";
    }

    // On paper, a few words without room to write that lead on to lines with room.
    private bool IsBareTitle(int i)
    {
        var line = _lines[i];
        var plain = PlainWords.Of(line.Text);
        if (Lists.EndsInYesNo(line.Text) || line.Text.Contains('=', StringComparison.Ordinal) || plain.Split(' ').Length > 9 || i + 1 >= _lines.Length || line.Text.EndsWith('.') || !char.IsUpper(line.Text.FirstOrDefault(char.IsLetter))) return false;
        var next = _lines[i + 1];
        if (next.IsBlank || next.StartsWithTick || !(next.HasBlank || next.HasTick || next.Text.EndsWith(':'))) return false;
        return !KindGuess.IsConsent(line.Text) && KindGuess.Of(line.Text) is not ("signature" or "file" or "information") && !plain.StartsWith("si ", StringComparison.Ordinal) && !plain.StartsWith("pour ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?:(?:partie|[ée]tape|page|cadre|volet|rubrique|section|titre|chapitre)\s+(?:\d{1,2}|[A-F]|[IVX]{1,4})(?![\p{L}\d/])|(?:\d(?:re|ère|e|ème)|premi[èe]re|deuxi[èe]me|troisi[èe]me|quatri[èe]me)\s+partie)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex PartName();

    [GeneratedRegex(@"^\W*\*\W*(?:champ|mention|renseignement|question|réponse|information|rubrique|zone)s?\b[^*]{0,40}obligatoire|(?:étoile|astérisque|\(\*\))[^.]{0,60}obligatoire|obligatoires?[^.]{0,40}(?:étoile|astérisque|\(\*\))", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex StarRule();

    [GeneratedRegex(@"^(?:formulaire|demande|inscription|dossier|declaration|fiche|autorisation|bulletin|convention|preinscription|reservation|enquete|questionnaire)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex FormName();
}
