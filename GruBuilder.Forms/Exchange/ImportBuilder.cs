using System.Text.Json;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <summary>Gathers what a reader finds: pages, fields, rules that wait for their names, and the report.</summary>
internal sealed partial class ImportBuilder
{
    private const int MostFindings = 2_000;
    private const int MostFields = 2_000;
    private const int MostFieldsInRows = 200;
    private const int MostPages = 100;
    private readonly List<Finding> _findings = [];
    private readonly List<DraftPage> _pages = [];
    private int _fields;
    private bool _isFull;

    public string Key { get; set; } = "";

    public string Title { get; set; } = "";

    public string? Description { get; set; }

    public PageTexts? English { get; set; }

    public DraftPage CurrentPage => _pages.Count > 0 ? _pages[^1] : AddPage("", "", "", null);

    public DraftPage AddPage(string key, string title, string path, DraftSection? section, string? description = null, PageTexts? english = null)
    {
        if (_pages.Count == MostPages)
        {
            if (!_isFull) Report(Severity.Warning, "too-many-pages", $"Une démarche a {MostPages} pages au plus : les questions suivantes sont sur la dernière.", path);
            _isFull = true;
            return _pages[^1];
        }

        _pages.Add(new DraftPage(new Page { Key = key, Title = title, Description = description, English = english }, path, section ?? new DraftSection(null)));
        return _pages[^1];
    }

    /// <summary>Adds a field to a group's rows, or to the page.</summary>
    public DraftField Add(DraftField field, DraftField? group, DraftSection? section)
    {
        field.Group = group;
        field.Section = section;
        field.Page = CurrentPage;
        if (++_fields > MostFields || group?.Inner.Count >= MostFieldsInRows)
        {
            Report(Severity.Warning, "too-many-fields", $"Une démarche a {MostFields} questions au plus, et une série {MostFieldsInRows} : « {JsonReading.Short(field.Field.Label)} » n'est pas reprise.", field.Path);
            return field;
        }

        (group?.Inner ?? CurrentPage.Fields).Add(field);
        return field;
    }

    public void Report(Severity severity, string code, string message, string path)
    {
        if (_findings.Count < MostFindings) _findings.Add(new Finding(severity, code, message, path));
        else if (_findings.Count == MostFindings) _findings.Add(new Finding(Severity.Warning, "too-many-findings", "Il y a trop de remarques : les suivantes ne sont pas montrées. Importez une partie du formulaire à la fois.", ""));
    }

    public void Lost(string code, string message, string path) => Report(Severity.Warning, code, message, path);

    public void NotCarried(string path, string property, JsonElement value) =>
        Lost("property-not-carried", $"Le réglage « {JsonReading.Short(property)} » ({JsonReading.Short(value.GetRawText())}) n'existe pas ici. Vérifiez si la question en a besoin.", path);

    /// <summary>The text, shortened to what a definition holds.</summary>
    public string Cut(string text, string path)
    {
        // Whatever is made of it later, such as bold marks, must fit too.
        const int most = JsonReading.LongestText / 2;
        if (text.Length <= most) return text;
        Lost("text-cut", $"Ce texte est trop long ({text.Length} caractères, {most} au plus) : sa fin n'est pas reprise. Complétez-le dans une page d'information.", path);
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    private IEnumerable<DraftField> AllFields() => _pages.SelectMany(p => p.Fields).SelectMany(f => f.Inner.Prepend(f));
}
