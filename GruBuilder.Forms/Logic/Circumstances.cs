using System.Collections.Immutable;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Logic;

/// <summary>Who has the form in front of them.</summary>
public enum Audience
{
    /// <summary>A citizen; fields private to agents are absent.</summary>
    Citizen,

    /// <summary>An agent; every field is there.</summary>
    Agent,
}

/// <summary>What surrounds the filling of a form and does not change while it is open.</summary>
/// <param name="Today">The day in the town's time zone.</param>
public sealed record Circumstances(DateOnly Today)
{
    /// <summary>Who fills it.</summary>
    public Audience Audience { get; init; }

    /// <summary>The language that the person reads; the form itself is given in it by <see cref="FormReadings.In"/>.</summary>
    public Language Language { get; init; }

    /// <summary>What the account knows of the person; empty for someone without an account.</summary>
    public ImmutableDictionary<AccountAttribute, AnswerValue> Account { get; init; } = ImmutableDictionary<AccountAttribute, AnswerValue>.Empty;

    /// <summary>What the account says about this attribute, or absent; whether the person is signed in is always known.</summary>
    public AnswerValue Of(AccountAttribute attribute) =>
        Account.TryGetValue(attribute, out var value) ? value : attribute == AccountAttribute.SignedIn ? AnswerValue.Of(false) : default;

    /// <summary>The type of what an attribute holds.</summary>
    internal static ValueType TypeOf(AccountAttribute attribute) => attribute switch
    {
        AccountAttribute.SignedIn => ValueType.Boolean,
        AccountAttribute.BirthDate => ValueType.Date,
        AccountAttribute.Address => ValueType.Opaque,
        _ => ValueType.Text,
    };
}
