using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Exchange;

/// <content>The answers of choices.</content>
internal sealed partial class SurveyReader
{
    private ImmutableArray<Option> Options(SourceElement source, string label, bool several = false)
    {
        if (source.Object("choicesByUrl") is { } remote) builder.Lost("options-not-carried", $"« {JsonReading.Short(label)} » : les réponses viennent d'une adresse ({JsonReading.Short(remote.Text("url") ?? "")}). Ajoutez-les à la main ou choisissez une liste de référence.", remote.Path);
        if (source.Text("choicesFromQuestion") is { } other) builder.Lost("options-not-carried", $"« {JsonReading.Short(label)} » : les réponses viennent de la question « {JsonReading.Short(other)} ». Ajoutez-les à la main.", source.PathOf("choicesFromQuestion"));
        if (source.Text("choicesOrder") is { } order && order != "none") builder.Report(Severity.Advice, "option-order", $"« {JsonReading.Short(label)} » : l'ordre « {JsonReading.Short(order)} » n'est pas repris, les réponses restent dans l'ordre du fichier.", source.PathOf("choicesOrder"));
        var options = OptionList(source, "choices", several);
        Special("showRefuseItem", "hasRefuse", "refuseText", new Option("refused", "Je ne souhaite pas répondre") { Exclusive = several });
        Special("showDontKnowItem", "hasDontKnow", "dontKnowText", new Option("dontknow", "Je ne sais pas") { Exclusive = several });
        Special("showNoneItem", "hasNone", "noneText", new Option("none", "Aucune de ces réponses") { Exclusive = several });
        Special("showOtherItem", "hasOther", "otherText", new Option("other", "Autre") { AsksDetail = true });
        return options;

        void Special(string flag, string old, string words, Option option)
        {
            var isShown = source.Flag(flag) | source.Flag(old);
            var (text, english) = Words(source, words);
            if (isShown) options = options.Add(option with { Label = text ?? option.Label, English = english });
        }
    }

    private ImmutableArray<Option> OptionList(SourceElement source, string property, bool several = false)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        foreach (var item in source.Items(property))
        {
            if (!item.IsObject)
            {
                var value = SourceElement.TextOf(item.Json) ?? "";
                options.Add(new Option(value, HtmlText.Line(value)));
                continue;
            }

            var (text, english) = Words(item, "text");
            options.Add(new Option(item.Text("value") ?? "", text ?? item.Text("value") ?? "") { English = english, Exclusive = several && item.Flag("isExclusive"), AsksDetail = item.Flag("showCommentArea") });
            item.Text("visibleIf");
            if (item.Text("enableIf") is { } enable) builder.RuleLost(RuleKind.OptionVisible, item.PathOf("enableIf"), enable, "une réponse ne peut être que montrée ou cachée");
            if (item.Has("imageLink")) builder.Lost("image-not-carried", $"L'image de la réponse « {JsonReading.Short(text ?? item.Text("value") ?? "")} » n'est pas reprise.", item.PathOf("imageLink"));
            item.Any("imageLink");
            item.Done(Technical);
        }

        return options.ToImmutable();
    }
}
