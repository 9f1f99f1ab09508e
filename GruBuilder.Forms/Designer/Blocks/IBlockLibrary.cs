using System.Collections.Immutable;
using GruBuilder.Forms.Designer.Edits;

namespace GruBuilder.Forms.Designer;

/// <summary>The town's blocks, as one person may use them.</summary>
public interface IBlockLibrary
{
    /// <summary>The blocks, by name.</summary>
    ImmutableArray<FormBlock> Blocks { get; }

    /// <summary>Keeps questions as a new block.</summary>
    /// <param name="name">What people will call it.</param>
    /// <param name="clip">The questions.</param>
    /// <returns>Why it could not be done, in French; null when it was.</returns>
    Task<string?> KeepAsync(string name, Clip clip);

    /// <summary>Where a block is changed; null when the person may not.</summary>
    string? AddressOf(string key);
}
