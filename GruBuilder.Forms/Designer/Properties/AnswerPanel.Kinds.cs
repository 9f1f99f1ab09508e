using GruBuilder.Forms.Definitions;
using GruBuilder.Forms.Designer.Properties.Kinds;
using Microsoft.AspNetCore.Components;

namespace GruBuilder.Forms.Designer.Properties;

/// <summary>The kinds whose settings stand in a component of their own.</summary>
public partial class AnswerPanel
{
    /// <inheritdoc/>
    public RenderFragment? Visit(YesNoField field) => Settings<YesNoSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(SingleChoiceField field) => Settings<SingleChoiceSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(MultipleChoiceField field) => Settings<MultipleChoiceSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(RankingField field) => Settings<RankingSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(EmailField field) => Settings<ConfirmSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(TelephoneField field) => Settings<ConfirmSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(InformationField field) => Settings<InformationSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(AmountField field) => Settings<AmountSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(TimeField field) => Settings<TimeSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(DateTimeField field) => Settings<DaysSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(MonthField field) => Settings<DaysSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(DateRangeField field) => Settings<DaysSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(RatingField field) => Settings<RatingSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(HiddenValueField field) => Settings<HiddenValueSettings>(field);

    /// <inheritdoc/>
    public RenderFragment? Visit(ImageField field) => Settings<ImageSettings>(field);

    // The palette has an entry for each scheme: the kind says it all.
    /// <inheritdoc/>
    public RenderFragment? Visit(IdentifierField field) => null;

    // Its text stands with the question.
    /// <inheritdoc/>
    public RenderFragment? Visit(ConsentField field) => null;

    private RenderFragment Settings<TSettings>(Field field)
        where TSettings : IComponent => builder =>
    {
        builder.OpenComponent<DynamicComponent>(0);
        builder.AddComponentParameter(1, nameof(DynamicComponent.Type), typeof(TSettings));
        builder.AddComponentParameter(2, nameof(DynamicComponent.Parameters), new Dictionary<string, object>(StringComparer.Ordinal) { ["Session"] = Session, ["Field"] = field, ["Number"] = Number });
        builder.CloseComponent();
    };
}
