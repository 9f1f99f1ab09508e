using System.Collections.Immutable;
using System.Text.Json;
using GruBuilder.Forms.Answers;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Web.Features.Accounts;

/// <summary>What forms may know of an account.</summary>
internal static class AccountAttributes
{
    /// <summary>The attributes that are known; none for nobody.</summary>
    public static ImmutableDictionary<AccountAttribute, AnswerValue> KnownAttributes(this Account? account)
    {
        if (account is null) return [];
        var known = new Dictionary<AccountAttribute, AnswerValue>
        {
            [AccountAttribute.SignedIn] = AnswerValue.Of(true),
            [AccountAttribute.GivenName] = AnswerValue.Of(account.GivenName),
            [AccountAttribute.FamilyName] = AnswerValue.Of(account.FamilyName),
            [AccountAttribute.Email] = AnswerValue.Of(account.Email),
            [AccountAttribute.Telephone] = AnswerValue.Of(account.PhoneNumber),
        };
        return known.Where(k => !k.Value.IsAbsent).ToImmutableDictionary();
    }

    /// <summary>What is known of an account, of the attributes that a definition names, as JSON: what is not looked at is not kept.</summary>
    public static string Kept(this Account account, string definition) => JsonSerializer.Serialize(account.KnownAttributes()
        .Where(k => definition.Contains(Comparison.AccountPrefix + JsonNamingPolicy.CamelCase.ConvertName(k.Key.ToString()), StringComparison.Ordinal))
        .OrderBy(k => k.Key).ToDictionary(k => k.Key, k => k.Value.ToString()));

    /// <summary>What <see cref="Kept"/> kept.</summary>
    public static ImmutableDictionary<AccountAttribute, AnswerValue> Read(string kept) => JsonSerializer.Deserialize<Dictionary<AccountAttribute, string>>(kept)!
        .ToImmutableDictionary(k => k.Key, k => k.Key == AccountAttribute.SignedIn ? AnswerValue.Of(true) : AnswerValue.Of(k.Value));
}
