using System.Collections.Frozen;
using System.Text;
using GruBuilder.Forms.Designer;

namespace GruBuilder.Forms.Drafting;

/// <summary>
/// Makes a form of a table, one question a row. The first row names the columns, in French or English: question, type, obligatoire, options,
/// aide, page, si. See <c>docs/drafting.md</c>.
/// </summary>
public static class DraftCsv
{
    private enum Column
    {
        Question,
        Type,
        Required,
        Options,
        Help,
        Page,
        If,
    }

    private static readonly FrozenDictionary<string, Column> Columns = new Dictionary<string, Column>(StringComparer.Ordinal)
    {
        ["question"] = Column.Question, ["libelle"] = Column.Question, ["label"] = Column.Question, ["intitule"] = Column.Question,
        ["type"] = Column.Type, ["kind"] = Column.Type,
        ["obligatoire"] = Column.Required, ["required"] = Column.Required,
        ["options"] = Column.Options, ["choix"] = Column.Options, ["reponses"] = Column.Options, ["choices"] = Column.Options,
        ["aide"] = Column.Help, ["help"] = Column.Help, ["hint"] = Column.Help,
        ["page"] = Column.Page, ["etape"] = Column.Page,
        ["si"] = Column.If, ["condition"] = Column.If, ["if"] = Column.If,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Kinds = NamesOfKinds();

    /// <summary>Reads a table. Nothing in it makes it throw.</summary>
    /// <param name="file">The file, in UTF-8 or Windows-1252; cells parted by semicolons, commas or tabs, in quotes where needed.</param>
    public static FormDraft Read(ReadOnlySpan<byte> file)
    {
        var made = new DraftPages();
        var text = Decoded(file);
        if (text.Length > FormDraft.MostCharacters)
        {
            made.Find("too-long", $"Le fichier est trop long : {FormDraft.MostCharacters / 1000} 000 caractères au plus. Seul le début est repris.");
            text = text[..FormDraft.MostCharacters];
        }

        var rows = CsvRows.Of(text);
        if (rows.Count == 0) return made.Finish();
        var heads = Heads(rows[0], made);
        if (!heads.Contains(Column.Question))
        {
            made.Find("csv-no-question", "La première ligne doit nommer les colonnes, dont une « question ». Ajoutez-la en haut du tableau, puis recommencez.");
            foreach (var row in rows) made.Note(Source(row), LineRole.Unused);
            return made.Finish();
        }

        made.Note(Source(rows[0]), LineRole.Rule);
        if (rows.Count - 1 > FormDraft.MostLines) made.Find("too-many-lines", $"Le tableau a trop de lignes : {rows.Count - 1}, {FormDraft.MostLines} au plus. Les dernières ne sont pas reprises.");
        var page = "";
        for (var i = 1; i < rows.Count; i++)
        {
            if (i > FormDraft.MostLines) made.Note(Source(rows[i]), LineRole.Unused);
            else ReadRow(rows[i], heads, made, ref page);
        }

        return made.Finish();
    }

    private static SourceLine Source(CsvRow row) => SourceLine.Of(row.Number, row.Text);

    private static Column?[] Heads(CsvRow row, DraftPages made)
    {
        var heads = new Column?[row.Cells.Count];
        for (var c = 0; c < heads.Length; c++)
        {
            var isKnown = Columns.TryGetValue(PlainWords.Of(row.Cells[c]), out var column);
            if (isKnown && !heads.Contains(column)) heads[c] = column;
            else if (row.Cells[c].Length > 0) made.Find("csv-column", $"Colonne « {Short(row.Cells[c])} » : {(isKnown ? "elle est en double" : "elle n’est pas connue")}, son contenu n’est pas repris. Colonnes possibles : question, type, obligatoire, options, aide, page, si.");
        }

        return heads;
    }

    private static void ReadRow(CsvRow row, Column?[] heads, DraftPages made, ref string page)
    {
        string Cell(Column column) => Array.IndexOf(heads, column) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at] : "";
        if (row.Cells.Count > heads.Length && row.Cells.Skip(heads.Length).Any(c => c.Length > 0)) made.Find("csv-cells", $"Ligne {row.Number} : elle a plus de cases que la première ligne. Ce qui dépasse n’est pas repris.");
        var question = Cell(Column.Question);
        if (question.Length == 0)
        {
            if (row.Cells.Any(c => c.Length > 0)) made.Find("csv-empty", $"Ligne {row.Number} : la question manque. La ligne n’est pas reprise.");
            made.Note(Source(row), LineRole.Unused);
            return;
        }

        var title = Cell(Column.Page);
        if (title.Length > 0 && !string.Equals(title, page, StringComparison.Ordinal))
        {
            made.BeginPage(null, title, null, null);
            page = title;
        }

        // The cell is the question to the letter; only a list within it (« Enfants (nom, classe) ») is read.
        var entry = question.Length <= 500 ? Lists.Question(question) : new Entry("") { Kind = "information", Body = question };
        if (entry.Label.Length == 0 && entry.Body is null) entry.Label = question;
        ReadType(Cell(Column.Type), entry, row, made);
        entry.Required = Required(Cell(Column.Required), entry, row, made);
        if (Cell(Column.Options) is { Length: > 0 } options)
        {
            entry.Options.Clear();
            entry.Options.AddRange((options.Contains('|', StringComparison.Ordinal) || options.Contains('\n', StringComparison.Ordinal) ? [.. options.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : Lists.Parts(options, out _)).Select(Lists.Option));
        }

        if (entry.Options.Count > 0 && entry.Kind is not (null or "shortText" or "singleChoice" or "multipleChoice" or "ranking"))
        {
            made.Find("csv-options", $"Ligne {row.Number} : ce type de question n’a pas de réponses à choisir. Les options ne sont pas reprises.");
        }

        if (Cell(Column.Help) is { Length: > 0 } help) entry.Help = help.Length > 2_000 ? help[..2_000] : help;
        if (Cell(Column.If) is { Length: > 0 } condition) entry.Condition = condition;
        if (entry.Kind is "information" && entry.Body is null) (entry.Body, entry.Label) = (entry.Label, "");
        made.Add(Source(row), entry);
    }

    private static void ReadType(string type, Entry entry, CsvRow row, DraftPages made)
    {
        if (type.Length == 0) return;
        if (Kinds.TryGetValue(PlainWords.Of(type), out var kind)) entry.Kind = kind == "repeatedGroup" && entry.Columns.Count == 0 ? null : kind;
        else made.Find("csv-type", $"Ligne {row.Number} : le type « {Short(type)} » n’est pas connu. Il est deviné d’après la question.");
    }

    private static bool? Required(string said, Entry entry, CsvRow row, DraftPages made)
    {
        switch (PlainWords.Of(said))
        {
            case "": return entry.Required;
            case "oui" or "o" or "x" or "vrai" or "yes" or "y" or "true" or "1" or "obligatoire": return true;
            case "non" or "n" or "faux" or "no" or "false" or "0" or "facultatif": return false;
            default:
                made.Find("csv-required", $"Ligne {row.Number} : « {Short(said)} » ne dit pas si la réponse est obligatoire. Écrivez oui ou non.");
                return entry.Required;
        }
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text.Trim();

    // Windows-1252 is what spreadsheets write in France when they do not write UTF-8.
    internal static string Decoded(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(file[2..]);
        if (file.StartsWith(Encoding.UTF8.Preamble)) file = file[3..];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
        }
    }

    private static FrozenDictionary<string, string> NamesOfKinds()
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in KindCatalogue.All)
        {
            kinds.TryAdd(PlainWords.Of(kind.Kind), kind.Kind);
            kinds.TryAdd(PlainWords.Of(kind.Name), kind.Kind);
        }

        foreach (var (name, kind) in new[]
        {
            ("texte", "shortText"), ("text", "shortText"), ("paragraphe", "longText"), ("textarea", "longText"), ("integer", "number"), ("entier", "number"), ("euros", "amount"), ("oui non", "yesNo"), ("boolean", "yesNo"), ("case", "yesNo"),
            ("liste", "singleChoice"), ("choix", "singleChoice"), ("choice", "singleChoice"), ("radio", "singleChoice"), ("select", "singleChoice"), ("cases", "multipleChoice"), ("cases a cocher", "multipleChoice"), ("checkbox", "multipleChoice"),
            ("mail", "email"), ("e mail", "email"), ("courriel", "email"), ("tel", "telephone"), ("phone", "telephone"), ("fichier", "file"), ("photo", "file"), ("piece jointe", "file"), ("upload", "file"), ("address", "postalAddress"),
            ("iban", "identifier.iban"), ("siret", "identifier.siret"), ("siren", "identifier.siren"), ("rna", "identifier.rna"), ("plaque", "identifier.licencePlate"), ("code postal", "identifier.postalCode"),
            ("information", "information"), ("titre", "sectionTitle"), ("title", "sectionTitle"), ("consentement", "consent"), ("accord", "consent"), ("carte", "mapPlace"), ("ville", "commune"), ("groupe", "repeatedGroup"), ("serie", "repeatedGroup"),
        })
        {
            kinds.TryAdd(name, kind);
        }

        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
