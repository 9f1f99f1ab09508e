namespace GruBuilder.Forms.Definitions;

/// <summary>That a field comes from a block of the town's library and changes with it.</summary>
/// <param name="Key">The block's key: <c>adresse</c>.</param>
/// <param name="Version">The version of the block that it was last made equal to.</param>
/// <param name="Field">The field's key within the block.</param>
/// <param name="Use">Tells several uses of one block in one form apart.</param>
public sealed record BlockLink(string Key, int Version, string Field, string Use);
