using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>Questions of the town's library, to be put into any form.</summary>
/// <param name="Key">What links name it by.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Version">Counted from 1; grows with each change.</param>
/// <param name="Form">A small form whose only page holds the questions.</param>
public sealed record FormBlock(string Key, string Name, int Version, FormDefinition Form);
