using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Logic;

namespace GruBuilder.Forms.Validation;

/// <summary>Finds what is wrong in a definition, or could be better. Errors stop a publication.</summary>
public static class FormLinter
{
    /// <summary>Checks a definition; gravest first, then in form order.</summary>
    /// <param name="definition">The definition, its lists not filled in.</param>
    /// <param name="lists">The lists there are; null leaves choices from lists unchecked.</param>
    public static ImmutableArray<Finding> Check(FormDefinition definition, IReferenceLists? lists = null) =>
        Check(FormProgram.Compile(lists is null ? definition : ReferenceLists.Fill(definition, lists)), lists);

    /// <summary>What a form's length says beside the other forms of the town; nothing when it is not longer than most.</summary>
    /// <param name="definition">The form.</param>
    /// <param name="others">How many questions each of the other forms asks.</param>
    public static Finding? CheckLength(FormDefinition definition, IReadOnlyCollection<int> others)
    {
        if (others.Count == 0) return null;
        var median = others.Order().ElementAt(others.Count / 2);
        var count = definition.AllFields().Count(f => f is InputField);
        return count > median
            ? new Finding(Severity.Advice, "form-long", $"Cette démarche pose {count} questions ; la moitié des autres en posent {median} au plus. Toutes sont-elles nécessaires ?", "pages")
            : null;
    }

    /// <summary>Checks a definition that is compiled already.</summary>
    public static ImmutableArray<Finding> Check(FormProgram program, IReferenceLists? lists = null)
    {
        var pass = new LinterPass(program.Definition, lists);
        var paths = new FieldPaths(program.Definition);
        return
        [
            .. program.Findings
                .Concat(pass.Run())
                .Concat(RuleCheck.Run(program, paths))
                .Concat(TableCheck.Run(program.Definition))
                .Concat(WordingCheck.Run(program.Definition, paths))
                .OrderByDescending(f => f.Severity),
        ];
    }
}

/// <summary>One reading of a definition.</summary>
internal sealed partial class LinterPass(FormDefinition definition, IReferenceLists? lists) : IFieldVisitor<bool>
{
    private readonly List<Finding> _findings = [];
    private string _path = "";

    public List<Finding> Run()
    {
        if (string.IsNullOrWhiteSpace(definition.Title)) Add(Severity.Error, "form-without-title", "Donnez un titre à la démarche.", "title");
        if (!definition.AllFields().Any(f => f is InputField)) Add(Severity.Error, "form-without-question", "Ajoutez au moins une question.", "pages");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var p = 0; p < definition.Pages.Length; p++)
        {
            var page = definition.Pages[p];
            if (string.IsNullOrWhiteSpace(page.Title)) Add(Severity.Error, "page-without-title", $"Donnez un titre à la page {p + 1}.", $"pages[{p}].title", page: page.Key);
            if (page.Fields.IsEmpty && definition.Pages.Length > 1) Add(Severity.Warning, "page-empty", $"La page « {page.Title} » est vide : ajoutez une question ou supprimez-la.", $"pages[{p}]", page: page.Key);
            CheckFields(page.Fields, $"pages[{p}].fields", keys);
        }

        return _findings;
    }

    private void CheckFields(ImmutableArray<Field> fields, string path, HashSet<string> keys)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            _path = $"{path}[{i}]";
            if (string.IsNullOrWhiteSpace(field.Label) && field is not (InformationField or ImageField)) Report(field, Severity.Error, "field-without-label", "Écrivez la question.", ".label");
            if (!keys.Add(field.Key)) Report(field, Severity.Error, "key-repeated", $"Deux questions portent le même nom technique « {field.Key} » : changez l'un des deux.", ".key");
            if (field is InputField { Purpose: null or "" }) Report(field, Severity.Advice, "purpose-missing", $"Dites pourquoi vous demandez « {field.Label} » (données personnelles).", ".purpose");
            field.Accept(this);
        }

        if (fields.Length > 0 && fields[^1] is SectionTitleField last)
        {
            _path = $"{path}[{fields.Length - 1}]";
            Report(last, Severity.Warning, "section-empty", $"Le titre « {last.Label} » n'est suivi d'aucune question.", "");
        }

        foreach (var group in fields.OfType<RepeatedGroupField>()) CheckFields(group.Fields, $"{path}[{fields.IndexOf(group)}].fields", keys);
    }

    private void Add(Severity severity, string code, string message, string path, string? field = null, string? page = null) =>
        _findings.Add(new Finding(severity, code, message, path, field, page));

    private void Report(Field field, Severity severity, string code, string message, string property) =>
        Add(severity, code, message, _path + property, field.Key);

    private bool Bounds(Field field, decimal? min, decimal? max, string what)
    {
        if (min > max) Report(field, Severity.Error, "bounds-crossed", $"« {field.Label} » : {what} minimum dépasse le maximum.", "");
        return true;
    }

    public bool Visit(ShortTextField field)
    {
        if (field.Pattern is { } pattern && TextPattern.Of(pattern) is null) Report(field, Severity.Error, "pattern-invalid", $"« {field.Label} » : le modèle de réponse (expression régulière) est incorrect.", ".pattern");
        return Bounds(field, field.MinLength, field.MaxLength, "le nombre de caractères");
    }

    public bool Visit(LongTextField field) => Bounds(field, field.MinLength, field.MaxLength, "le nombre de caractères");

    public bool Visit(NumberField field) => Bounds(field, field.Min, field.Max, "le nombre");

    public bool Visit(DateField field) => Days(field, field.Min, field.Max);

    public bool Visit(EmailField field) => true;

    public bool Visit(TelephoneField field) => true;

    public bool Visit(PostalAddressField field) => true;

    public bool Visit(FileField field) => true;

    public bool Visit(RepeatedGroupField field)
    {
        if (field.Fields.IsEmpty) Report(field, Severity.Error, "group-empty", $"La série « {field.Label} » ne contient aucune question.", ".fields");
        return Bounds(field, field.MinRows, field.MaxRows, "le nombre de lignes");
    }

    // What is wrong in a formula comes from compiling it.
    public bool Visit(ComputedField field) => true;

    public bool Visit(InformationField field)
    {
        if (string.IsNullOrWhiteSpace(field.Text) && string.IsNullOrWhiteSpace(field.Label)) Report(field, Severity.Warning, "information-empty", "Ce texte d'information est vide : écrivez-le ou supprimez-le.", ".text");
        return true;
    }

    public bool Visit(SectionTitleField field) => true;
}
