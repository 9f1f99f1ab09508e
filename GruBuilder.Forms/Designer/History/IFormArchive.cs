using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>A form as it was left once, before it was opened now.</summary>
/// <param name="Id">What tells it from others.</param>
/// <param name="By">Who left it so; empty when nobody knows.</param>
/// <param name="At">When.</param>
public sealed record EarlierForm(Guid Id, string By, DateTimeOffset At);

/// <summary>Where earlier states of a form are kept, beyond the time that it is open. The host decides who may read them.</summary>
public interface IFormArchive
{
    /// <summary>The states that there are, the last first.</summary>
    Task<ImmutableArray<EarlierForm>> ListAsync();

    /// <summary>One of them; null when it is not there any more, or cannot be read.</summary>
    Task<FormDefinition?> ReadAsync(Guid id);
}
