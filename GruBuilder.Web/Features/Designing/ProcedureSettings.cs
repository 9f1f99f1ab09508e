using FluentValidation;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Web.Features.Catalogue;

namespace GruBuilder.Web.Features.Designing;

/// <summary>What stands around a procedure's form: how citizens find it, what the law asks, what is done with the data.</summary>
public sealed class ProcedureSettings
{
    /// <summary>One or two sentences for the catalogue.</summary>
    public string? Summary { get; set; }

    /// <summary>The theme that it is found under.</summary>
    public string? Theme { get; set; }

    /// <summary>Other words that citizens search, parted by commas.</summary>
    public string? Keywords { get; set; }

    /// <summary>The delay that is promised, as a sentence.</summary>
    public string? ExpectedDelay { get; set; }

    /// <summary>What to have ready, one a line.</summary>
    public string? Documents { get; set; }

    /// <summary>What silence means.</summary>
    public SilenceRegime Regime { get; set; }

    /// <summary>How long until then, as typed.</summary>
    public string? Period { get; set; }

    /// <summary>In what it is counted.</summary>
    public PeriodUnit Unit { get; set; }

    /// <summary>The ways of appeal, when they differ from the town's.</summary>
    public string? Appeal { get; set; }

    /// <summary>Why the data are asked.</summary>
    public string? Purpose { get; set; }

    /// <summary>On what legal basis.</summary>
    public string? LegalBasis { get; set; }

    /// <summary>Who reads them.</summary>
    public string? Recipients { get; set; }

    /// <summary>How long they are kept.</summary>
    public string? Retention { get; set; }

    /// <summary>The settings of a procedure.</summary>
    public static ProcedureSettings Of(Procedure procedure) => new()
    {
        Summary = procedure.Summary,
        Theme = procedure.Theme,
        Keywords = string.Join(", ", procedure.Keywords),
        ExpectedDelay = procedure.ExpectedDelay,
        Documents = string.Join('\n', procedure.DocumentsToHave),
        Regime = procedure.Regime,
        Period = procedure.PeriodCount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Unit = procedure.PeriodUnit,
        Appeal = procedure.AppealText,
        Purpose = procedure.Purpose,
        LegalBasis = procedure.LegalBasis,
        Recipients = procedure.Recipients,
        Retention = procedure.Retention,
    };

    /// <summary>Puts the settings into the procedure; they are valid.</summary>
    public void ApplyTo(Procedure procedure)
    {
        procedure.Summary = Trim(Summary);
        procedure.Theme = Trim(Theme);
        procedure.Keywords = [.. Trim(Keywords).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        procedure.ExpectedDelay = Trim(ExpectedDelay);
        procedure.DocumentsToHave = [.. Trim(Documents).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        procedure.Regime = Regime;
        procedure.PeriodCount = ProcedureSettingsRules.ReadPeriod(Period) ?? procedure.PeriodCount;
        procedure.PeriodUnit = Unit;
        procedure.AppealText = Trim(Appeal) is { Length: > 0 } appeal ? appeal : null;
        procedure.Purpose = Trim(Purpose);
        procedure.LegalBasis = Trim(LegalBasis);
        procedure.Recipients = Trim(Recipients);
        procedure.Retention = Trim(Retention);
    }

    private static string Trim(string? text) => text?.Trim() ?? "";
}

/// <summary>What settings must hold.</summary>
public sealed class ProcedureSettingsRules : AbstractValidator<ProcedureSettings>
{
    /// <summary>States the rules.</summary>
    public ProcedureSettingsRules()
    {
        RuleFor(p => p.Summary).NotEmpty().WithMessage("Décrivez la démarche en une phrase : l’usager la lit avant de commencer.").MaximumLength(500).WithMessage("Raccourcissez la description : 500 caractères au plus.");
        RuleFor(p => p.Theme).NotEmpty().WithMessage("Choisissez un thème.");
        RuleFor(p => p.Period).Must(p => ReadPeriod(p) is not null).When(p => p.Regime != SilenceRegime.NoDecision)
            .WithMessage($"Indiquez un délai de 1 à {LegalPeriod.MaximumCount}, par exemple 2.");
        RuleFor(p => p.Purpose).NotEmpty().WithMessage("Dites à quoi servent les réponses, par exemple : Traiter votre demande et vous répondre.");
        RuleFor(p => p.LegalBasis).NotEmpty().WithMessage("Indiquez la base légale, par exemple : Mission d’intérêt public (RGPD, article 6-1-e).");
        RuleFor(p => p.Recipients).NotEmpty().WithMessage("Dites qui lit les réponses, par exemple : Les agents du service Voirie.");
        RuleFor(p => p.Retention).NotEmpty().WithMessage("Dites combien de temps elles sont gardées, par exemple : 2 ans après la fin de la demande.");
    }

    internal static int? ReadPeriod(string? text) => int.TryParse(text?.Trim(), out var count) && count is >= 1 and <= LegalPeriod.MaximumCount ? count : null;
}
