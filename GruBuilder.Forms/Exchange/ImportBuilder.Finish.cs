using System.Collections.Immutable;
using System.Globalization;
using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer;
using GruBuilder.Forms.Exchange.Expressions;

namespace GruBuilder.Forms.Exchange;

/// <content>Settles keys, translates rules, lays out pages.</content>
internal sealed partial class ImportBuilder
{
    private const int LongestKey = 80;
    private const int DeepestCondition = 15;

    public ImportResult Finish()
    {
        _ = CurrentPage;
        foreach (var field in AllFields().ToList()) field.Field = new ImportMending(this, field.Path).Mend(field.Field);
        JoinConfirmations();
        SettleKeys();
        var translator = new TermTranslator(new NameIndex(AllFields()));
        foreach (var field in AllFields().ToList()) ApplyFormula(field, translator);
        foreach (var section in Sections()) section.Conditions = [.. section.Rules.Select(r => Translate(r, translator, null)).OfType<Condition>()];
        foreach (var field in AllFields().ToList()) Apply(field, translator);
        var title = OneLine(Title);
        if (title.Length == 0)
        {
            title = "Formulaire importé";
            Report(Severity.Advice, "title-missing", $"Le fichier n'a pas de titre : la démarche s'appelle « {title} ». Écrivez le sien.", "");
        }

        var key = FieldKeys.From(Key.Length > 0 ? Key : title, "formulaire").Replace('_', '-');
        var definition = new FormDefinition
        {
            Key = key,
            Title = title,
            Description = Description,
            English = English,
            Pages = LayOut(),
        };
        definition = Sieve(definition);
        return new ImportResult(definition, [.. _findings.OrderByDescending(f => f.Severity)]);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void SettleKeys()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);

        // Titles and texts take what questions leave.
        foreach (var draft in AllFields().OrderByDescending(f => f.IsAnswerable))
        {
            var key = draft.Field.Key.Length > 0 ? Valid(draft.Field.Key) : FieldKeys.From(draft.Field.Label, "texte");
            if (taken.Contains(key) && draft.Names.Length > 1) key = Valid($"{draft.Names[^2]}_{key}");
            key = FieldKeys.Free(key, taken.Contains);
            taken.Add(key);
            if (draft.IsAnswerable && draft.Field.Key.Length > 0 && key != draft.Field.Key) Report(Severity.Advice, "key-changed", $"Le nom technique « {JsonReading.Short(draft.Field.Key)} » devient « {key} » : les réponses portent ce nouveau nom.", draft.Path);
            draft.Field = draft.Field with { Key = key };
        }
    }

    /// <summary>A key that keeps as much of the source's name as ours may hold.</summary>
    private static string Valid(string name)
    {
        var key = new string([.. name.Take(LongestKey).Select(c => char.IsLetterOrDigit(c) ? c : '_')]);
        if (key.Trim('_').Length == 0) return "question";
        if (!char.IsLetter(key[0]) && key[0] != '_') key = "q_" + key;
        return FieldKeys.IsReserved(key) ? key + "_reponse" : key;
    }

    private IEnumerable<DraftSection> Sections()
    {
        var seen = new HashSet<DraftSection>();
        foreach (var start in _pages.Select(p => p.Section).Concat(AllFields().Select(f => f.Section).OfType<DraftSection>()).ToList())
        {
            for (var section = start; section is not null && seen.Add(section); section = section.Parent) yield return section;
        }
    }

    private Condition? Translate(DraftRule rule, TermTranslator translator, DraftField? reader)
    {
        var condition = translator.Condition(rule.Term, reader);
        var reason = translator.Reason;
        if (condition is not null && rule.Negated) condition = Conditions.Not(condition);
        if (condition is not null && Conditions.Depth(condition) > DeepestCondition) (condition, reason) = (null, "elle est trop imbriquée");
        if (condition is null) RuleLost(rule, reason ?? "elle n'existe pas ici");
        return condition;
    }

    /// <summary>Reports a rule that cannot be kept, with its text.</summary>
    public void RuleLost(DraftRule rule, string reason) => RuleLost(rule.Kind, rule.Path, rule.Source, reason);

    public void RuleLost(RuleKind kind, string path, string source, string reason)
    {
        var (code, what) = kind switch
        {
            RuleKind.Visible => ("condition-not-carried", "Écrivez à nouveau cette condition d'affichage : la question est toujours montrée"),
            RuleKind.OptionVisible => ("condition-not-carried", "Écrivez à nouveau la condition de cette réponse : elle est toujours proposée"),
            RuleKind.Required => ("condition-not-carried", "Écrivez à nouveau la condition qui rend la réponse obligatoire"),
            RuleKind.ReadOnly => ("condition-not-carried", "Écrivez à nouveau la condition qui bloque la réponse"),
            RuleKind.Check => ("check-not-carried", "Écrivez à nouveau ce contrôle"),
            _ => ("formula-not-carried", "Écrivez à nouveau ce calcul"),
        };
        Lost(code, $"{what}. Traduction impossible ({reason.TrimEnd('.')}) : « {(source.Length > 500 ? source[..500] + "…" : source)} ».", path);
    }

    private void Apply(DraftField draft, TermTranslator translator)
    {
        foreach (var rule in draft.Rules.Where(r => r.Kind != RuleKind.Formula))
        {
            if (Translate(rule, translator, draft) is { } condition) draft.Field = With(draft.Field, rule, condition);
        }
    }

    private void ApplyFormula(DraftField draft, TermTranslator translator)
    {
        if (draft.Field is not ComputedField { Formula: "" } computed) return;
        foreach (var rule in draft.Rules.Where(r => r.Kind == RuleKind.Formula))
        {
            if (translator.Formula(rule.Term, draft) is { } formula && TermTranslator.IsFormula(formula))
            {
                draft.Field = computed with { Formula = formula };
                return;
            }

            RuleLost(rule, translator.Reason ?? "la formule serait trop longue");
        }

        draft.Field = Plain(draft);
    }

    /// <summary>What stands in the place of a computed field without a formula.</summary>
    private static Field Plain(DraftField draft) => draft.Fallback is { } fallback
        ? fallback with { Key = draft.Field.Key }
        : new InformationField { Key = draft.Field.Key, Label = draft.Field.Label, Text = $"Calcul à écrire : {draft.Field.Label}" };

    private static Field With(Field field, DraftRule rule, Condition condition) => (rule.Kind, field) switch
    {
        (RuleKind.Visible, _) => field with { VisibleIf = And(field.VisibleIf, condition) },
        (RuleKind.Check, _) => field with { Checks = field.Checks.Add(new AnswerCheck(condition, rule.Message ?? $"Vérifiez votre réponse à « {field.Label} ».") { English = rule.English }) },
        (RuleKind.Required, InputField input) => input with { RequiredIf = condition },
        (RuleKind.ReadOnly, InputField input) => input with { ReadOnlyIf = condition },
        (RuleKind.OptionVisible, ChoiceField choice) when rule.Option < choice.Options.Length => choice with { Options = choice.Options.SetItem(rule.Option, choice.Options[rule.Option] with { VisibleIf = condition }) },
        _ => field,
    };

    private static Condition And(Condition? first, Condition second) => first is null ? second : Conditions.Join(Junction.All, [first, second]);

    private ImmutableArray<Page> LayOut()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var pages = ImmutableArray.CreateBuilder<Page>();
        foreach (var draft in _pages)
        {
            var number = (pages.Count + 1).ToString(CultureInfo.InvariantCulture);
            var title = OneLine(draft.Page.Title);
            var key = FieldKeys.Free(Valid(draft.Page.Key.Length > 0 ? draft.Page.Key : $"page_{number}"), keys.Contains);
            keys.Add(key);
            pages.Add(draft.Page with
            {
                Key = key,
                Title = title.Length > 0 ? title : _pages.Count == 1 ? OneLine(Title).Length > 0 ? OneLine(Title) : "Votre demande" : $"Page {number}",
                VisibleIf = Joined(Chain(draft.Section)),
                Fields = SectionLayout.Of(draft, Chain),
            });
        }

        return pages.ToImmutable();
    }

    private static Condition? Joined(IReadOnlyCollection<Condition> conditions) => conditions.Count == 0 ? null : Conditions.Join(Junction.All, conditions);

    private static List<Condition> Chain(DraftSection? section)
    {
        var conditions = new List<Condition>();
        for (; section is not null; section = section.Parent) conditions.InsertRange(0, section.Conditions);
        return conditions;
    }
}
