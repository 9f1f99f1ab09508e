using FluentValidation;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>What is asked at sign-in.</summary>
public sealed class SignInAnswers
{
    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>Password.</summary>
    public string? Password { get; set; }
}

/// <summary>What is asked at sign-up.</summary>
public sealed class SignUpAnswers
{
    /// <summary>Given name.</summary>
    public string? GivenName { get; set; }

    /// <summary>Family name.</summary>
    public string? FamilyName { get; set; }

    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>Password.</summary>
    public string? Password { get; set; }
}

/// <summary>What is asked of someone who forgot their password.</summary>
public sealed class ForgottenAnswers
{
    /// <summary>E-mail.</summary>
    public string? Email { get; set; }
}

/// <summary>What is asked to set a new password.</summary>
public sealed class NewPasswordAnswers
{
    /// <summary>The new password.</summary>
    public string? Password { get; set; }
}

/// <summary>Rules of <see cref="SignInAnswers"/>.</summary>
public sealed class SignInRules : AbstractValidator<SignInAnswers>
{
    /// <summary>Writes the rules.</summary>
    public SignInRules()
    {
        RuleFor(a => a.Email).IsEmail();
        RuleFor(a => a.Password).NotEmpty().WithMessage("Indiquez votre mot de passe.");
    }
}

/// <summary>Rules of <see cref="SignUpAnswers"/>.</summary>
public sealed class SignUpRules : AbstractValidator<SignUpAnswers>
{
    /// <summary>Writes the rules.</summary>
    public SignUpRules()
    {
        RuleFor(a => a.GivenName).IsName("Indiquez votre prénom.");
        RuleFor(a => a.FamilyName).IsName("Indiquez votre nom.");
        RuleFor(a => a.Email).IsEmail();
        RuleFor(a => a.Password).IsNewPassword();
    }
}

/// <summary>Rules of <see cref="ForgottenAnswers"/>.</summary>
public sealed class ForgottenRules : AbstractValidator<ForgottenAnswers>
{
    /// <summary>Writes the rules.</summary>
    public ForgottenRules() => RuleFor(a => a.Email).IsEmail();
}

/// <summary>Rules of <see cref="NewPasswordAnswers"/>.</summary>
public sealed class NewPasswordRules : AbstractValidator<NewPasswordAnswers>
{
    /// <summary>Writes the rules.</summary>
    public NewPasswordRules() => RuleFor(a => a.Password).IsNewPassword();
}

/// <summary>Rules that several forms share.</summary>
internal static class AccountRules
{
    public static void IsEmail<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("Indiquez votre adresse électronique.")
        .MaximumLength(254).WithMessage("Indiquez une adresse plus courte, de 254 caractères au plus.")
        .EmailAddress().WithMessage("Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr.");

    public static void IsName<T>(this IRuleBuilder<T, string?> rule, string whenEmpty) => rule
        .NotEmpty().WithMessage(whenEmpty)
        .MaximumLength(100).WithMessage("Indiquez 100 caractères au plus.")
        .Must(name => !name!.Any(char.IsControl)).WithMessage(whenEmpty);

    public static void IsNewPassword<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("Choisissez un mot de passe.")
        .MinimumLength(12).WithMessage("Choisissez un mot de passe d’au moins 12 caractères, par exemple une courte phrase.")
        .MaximumLength(256).WithMessage("Choisissez un mot de passe de 256 caractères au plus.");
}
