namespace GruBuilder.Web.Features.Designing.Blocks;

/// <summary>A block of the town's library: questions that go into several forms.</summary>
public sealed class Block
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What links in forms name it by; never changes.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>The number of its newest version.</summary>
    public int Number { get; set; } = 1;

    /// <summary>The form's JSON as it is being changed; null when it is as in the newest version.</summary>
    public string? Working { get; set; }

    /// <summary>Its versions; empty unless loaded.</summary>
    public List<BlockVersion> Versions { get; } = [];
}

/// <summary>A version of a block. It never changes: forms that lag behind are brought up from it.</summary>
public sealed class BlockVersion : Data.IAppendOnly
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The block.</summary>
    public Guid BlockId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The small form's JSON.</summary>
    public required string Definition { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; the town's own blocks have the town's name.</summary>
    public required string ActorName { get; init; }
}
