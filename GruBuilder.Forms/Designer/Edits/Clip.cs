using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer.Edits;

/// <summary>Copied questions or pages: plain JSON of a small form, so that they go from one form to another, by mail too.</summary>
/// <param name="Form">The small form that holds them.</param>
/// <param name="IsPages">Whole pages were copied; otherwise the questions of its only page.</param>
public sealed record Clip(FormDefinition Form, bool IsPages)
{
    /// <summary>Most characters of a text that may be pasted.</summary>
    public const int MostCharacters = 2_000_000;

    internal const string TooLong = "C’est trop long\u202f: 2 millions de caractères au plus. Copiez moins de pages à la fois.";

    private const string QuestionsKey = "questions-copiees";

    /// <summary>Copies these fields, in form order, with the named conditions and tables that they use; null when there is none.</summary>
    public static Clip? OfFields(FormDefinition form, IReadOnlyCollection<string> keys)
    {
        var fields = form.AllFields().Where(f => keys.Contains(f.Key)).ToImmutableArray();

        // A series brings its questions with it.
        var within = fields.OfType<RepeatedGroupField>().SelectMany(g => g.Fields).ToHashSet<Field>(ReferenceEqualityComparer.Instance);
        fields = fields.RemoveAll(within.Contains);
        return fields.IsEmpty ? null : Of(form, QuestionsKey, [new Page { Key = "page", Title = "Questions copiées", Fields = fields }], false);
    }

    /// <summary>Copies a page; null when there is no such page.</summary>
    public static Clip? OfPage(FormDefinition form, string key) => form.FindPage(key) is { } page ? Of(form, "page-copiee", [page], true) : null;

    /// <summary>The JSON of it.</summary>
    public string Write() => DefinitionJson.Write(Form);

    /// <summary>Whether a text is meant to be read as <see cref="Write"/> gave it, and not as plain words.</summary>
    public static bool LooksLikeOne(string text) => text.AsSpan().TrimStart().StartsWith("{");

    /// <summary>Reads what <see cref="Write"/> gave; a whole form counts as its pages.</summary>
    /// <param name="text">Anything.</param>
    /// <returns>What was copied, or why the text is nothing of the kind, in French.</returns>
    public static (Clip? Clip, string? Problem) Read(string text)
    {
        if (text.Length > MostCharacters) return (null, TooLong);
        var (form, problems) = DefinitionJson.Read(text);
        if (form is null) return (null, problems.First(p => p.Severity == Severity.Error).Message);
        var isPages = !string.Equals(form.Key, QuestionsKey, StringComparison.Ordinal);
        return form.Pages.IsEmpty || (!isPages && form.Pages[0].Fields.IsEmpty) ? (null, "Il n’y a aucune question.") : (new Clip(form, isPages), null);
    }

    private static Clip Of(FormDefinition form, string key, ImmutableArray<Page> pages, bool isPages)
    {
        var clip = new FormDefinition { Key = key, Title = pages[0].Title.Length > 0 ? pages[0].Title : "Copie", Pages = pages };
        return new(clip with { Conditions = Used(form, clip), Tables = Lookups(clip) ? form.Tables : [] }, isPages);
    }

    // Named conditions may name others.
    private static ImmutableArray<NamedCondition> Used(FormDefinition form, FormDefinition clip)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<Condition>(DefinitionConditions.All(clip));
        while (waiting.TryPop(out var condition))
        {
            foreach (var inner in condition switch { JoinedCondition joined => joined.Parts, RowsCondition rows => [rows.If], _ => [] }) waiting.Push(inner);
            if (condition is ConditionReference reference && used.Add(reference.Name) && form.Conditions.FirstOrDefault(c => c.Key == reference.Name) is { } named) waiting.Push(named.If);
        }

        return form.Conditions.RemoveAll(c => !used.Contains(c.Key));
    }

    private static bool Lookups(FormDefinition clip) => clip.AllFields().Any(f => f is ComputedField computed && computed.Formula.Contains("lookup", StringComparison.Ordinal));
}
