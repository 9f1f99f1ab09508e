using FluentValidation;

namespace GruBuilder.Web.Features.Designing;

/// <summary>What a new form starts from.</summary>
public enum StartingPoint
{
    /// <summary>A blank page.</summary>
    Blank,

    /// <summary>A list of questions, or the text of a form on paper.</summary>
    Text,

    /// <summary>A form that the town brings.</summary>
    Template,

    /// <summary>The form of another procedure.</summary>
    Procedure,

    /// <summary>A file.</summary>
    File,

    /// <summary>What the person drew as an exercise.</summary>
    Exercise,
}

/// <summary>What is asked to create a procedure.</summary>
public sealed class NewProcedure
{
    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>The department in charge.</summary>
    public Guid? DepartmentId { get; set; }

    /// <summary>Its theme in the catalogue.</summary>
    public string? Theme { get; set; }

    /// <summary>What its form starts from.</summary>
    public StartingPoint Start { get; set; }

    /// <summary>The text that was pasted.</summary>
    public string? Text { get; set; }

    /// <summary>The kinds chosen in place of those guessed from the text, by the field's key.</summary>
    public Dictionary<string, string>? Kinds { get; set; }

    /// <summary>The name of the template.</summary>
    public string? Template { get; set; }

    /// <summary>The procedure whose form is copied.</summary>
    public string? Other { get; set; }

    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }
}

/// <summary>Rules of <see cref="NewProcedure"/>.</summary>
public sealed class NewProcedureRules : AbstractValidator<NewProcedure>
{
    /// <summary>Writes the rules.</summary>
    public NewProcedureRules()
    {
        RuleFor(p => p.Title).NotEmpty().WithMessage("Indiquez un titre, par exemple : Signaler un problème sur la voirie.")
            .MaximumLength(200).WithMessage("Raccourcissez le titre : 200 caractères au plus.");
        RuleFor(p => p.DepartmentId).NotEmpty().WithMessage("Choisissez le service qui traitera les demandes.");
        RuleFor(p => p.Theme).NotEmpty().WithMessage("Choisissez un thème.");
        RuleFor(p => p.Text).NotEmpty().When(p => p.Start == StartingPoint.Text).WithMessage("Collez au moins une question, par exemple : Date de naissance.");
        RuleFor(p => p.Template).NotEmpty().When(p => p.Start == StartingPoint.Template).WithMessage("Choisissez un modèle.");
        RuleFor(p => p.Other).NotEmpty().When(p => p.Start == StartingPoint.Procedure).WithMessage("Choisissez le formulaire à reprendre.");
        RuleFor(p => p.File).NotEmpty().When(p => p.Start == StartingPoint.File).WithMessage("Choisissez un fichier : form-js, SurveyJS, Form.io, CSV ou texte.");
    }
}
