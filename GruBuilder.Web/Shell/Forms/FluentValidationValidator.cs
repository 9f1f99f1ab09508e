using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace GruBuilder.Web.Shell.Forms;

/// <summary>Checks an <c>EditForm</c>'s model with the FluentValidation validator registered for it.</summary>
public sealed class FluentValidationValidator : ComponentBase, IDisposable
{
    private ValidationMessageStore? _messages;
    private EditContext? _context;

    [CascadingParameter] private EditContext? Context { get; set; }

    [Inject] private IServiceProvider Services { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _context = Context ?? throw new InvalidOperationException($"{nameof(FluentValidationValidator)} must stand inside an EditForm.");
        _messages = new ValidationMessageStore(_context);
        _context.OnValidationRequested += Validate;
        _context.OnFieldChanged += ValidateField;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_context is null) return;
        _context.OnValidationRequested -= Validate;
        _context.OnFieldChanged -= ValidateField;
    }

    private void Validate(object? sender, ValidationRequestedEventArgs e)
    {
        _messages!.Clear();
        foreach (var failure in Failures()) _messages.Add(_context!.Field(failure.PropertyName), failure.ErrorMessage);
        _context!.NotifyValidationStateChanged();
    }

    private void ValidateField(object? sender, FieldChangedEventArgs e)
    {
        _messages!.Clear(e.FieldIdentifier);
        var own = Failures().Where(f => string.Equals(f.PropertyName, e.FieldIdentifier.FieldName, StringComparison.Ordinal));
        _messages.Add(e.FieldIdentifier, own.Select(f => f.ErrorMessage));
        _context!.NotifyValidationStateChanged();
    }

    private List<FluentValidation.Results.ValidationFailure> Failures()
    {
        var model = _context!.Model;
        var wanted = typeof(IValidator<>).MakeGenericType(model.GetType());
        var validator = (IValidator)(Services.GetService(wanted) ?? throw new InvalidOperationException(
            $"No validator is registered for {model.GetType().Name}: write a public AbstractValidator<{model.GetType().Name}> in this assembly."));
        return validator.Validate(new ValidationContext<object>(model)).Errors;
    }
}

/// <summary>Registers validators.</summary>
public static class ValidatorServices
{
    /// <summary>Adds every public validator of the application.</summary>
    public static IServiceCollection AddValidators(this IServiceCollection services)
    {
        ValidatorOptions.Global.DefaultClassLevelCascadeMode = CascadeMode.Continue;
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(ValidatorServices).Assembly))
        {
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
        }

        return services;
    }
}
