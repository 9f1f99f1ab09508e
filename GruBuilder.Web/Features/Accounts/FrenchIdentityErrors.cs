using Microsoft.AspNetCore.Identity;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>What the identity system refuses, in plain French.</summary>
internal sealed class FrenchIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), $"Choisissez un mot de passe d’au moins {length} caractères, par exemple une courte phrase.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), $"Choisissez un mot de passe avec au moins {uniqueChars} caractères différents.");

    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError DuplicateEmail(string email) =>
        Say(nameof(DuplicateEmail), "Un compte existe déjà avec cette adresse. Connectez-vous, ou demandez un nouveau mot de passe.");

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError InvalidEmail(string? email) =>
        Say(nameof(InvalidEmail), "Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr.");

    public override IdentityError InvalidToken() =>
        Say(nameof(InvalidToken), "Ce lien ne fonctionne plus. Demandez-en un nouveau.");

    public override IdentityError ConcurrencyFailure() =>
        Say(nameof(ConcurrencyFailure), "Ce compte vient de changer. Recommencez.");

    public override IdentityError DefaultError() =>
        Say(nameof(DefaultError), "Quelque chose n’a pas marché. Recommencez dans un instant.");

    private static IdentityError Say(string code, string description) => new() { Code = code, Description = description };
}
