using FluentValidation;

namespace GruBuilder.Web.Features.Designing;

/// <summary>What is asked to create a procedure.</summary>
public sealed class NewProcedure
{
    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>The department in charge.</summary>
    public Guid? DepartmentId { get; set; }

    /// <summary>Its theme in the catalogue.</summary>
    public string? Theme { get; set; }
}

/// <summary>Rules of <see cref="NewProcedure"/>.</summary>
public sealed class NewProcedureRules : AbstractValidator<NewProcedure>
{
    /// <summary>Writes the rules.</summary>
    public NewProcedureRules()
    {
        RuleFor(p => p.Title).NotEmpty().WithMessage("Indiquez un titre, par exemple : Signaler un problème sur la voirie.")
            .MaximumLength(200).WithMessage("Raccourcissez le titre : 200 caractères au plus.");
        RuleFor(p => p.DepartmentId).NotEmpty().WithMessage("Choisissez le service qui traitera les demandes.");
        RuleFor(p => p.Theme).NotEmpty().WithMessage("Choisissez un thème.");
    }
}
