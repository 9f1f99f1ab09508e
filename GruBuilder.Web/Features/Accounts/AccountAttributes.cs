using System.Collections.Immutable;
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
}
