using FluentValidation;

namespace GruBuilder.Web.Features.Requests;

/// <summary>A message to be sent.</summary>
public sealed class MessageAnswers
{
    /// <summary>Its text.</summary>
    public string? Text { get; set; }
}

/// <summary>Rules of <see cref="MessageAnswers"/>.</summary>
public sealed class MessageRules : AbstractValidator<MessageAnswers>
{
    /// <summary>Writes the rules.</summary>
    public MessageRules() => RuleFor(a => a.Text)
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Écrivez votre message.")
        .MaximumLength(RequestService.LongestMessage).WithMessage($"Écrivez {RequestService.LongestMessage} caractères au plus.");
}
