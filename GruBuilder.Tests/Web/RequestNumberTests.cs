using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using GruBuilder.Web.Features.Requests;

namespace GruBuilder.Tests.Web;

public class RequestNumberTests
{
    private const string Typed = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Fact]
    public void A_number_tells_year_and_month_in_groups_of_four() =>
        Assert.Matches("^2611-[AC2346789EFGHJKLMNPRTWXY]{4}-[AC2346789EFGHJKLMNPRTWXY]{4}$", RequestNumber.New(Day).Format());

    [Property(MaxTest = 200)]
    public bool Any_single_wrong_character_is_found(DateTime day)
    {
        var number = RequestNumber.New(DateOnly.FromDateTime(day)).Format();
        return Enumerable.Range(0, number.Length).Where(i => number[i] != '-')
            .All(i => Typed.Where(c => c != number[i]).All(c => !Reads($"{number[..i]}{c}{number[(i + 1)..]}")));
    }

    [Property(MaxTest = 200)]
    public bool Any_two_characters_swapped_are_found(DateTime day)
    {
        var number = RequestNumber.New(DateOnly.FromDateTime(day)).Format().Replace("-", "", StringComparison.Ordinal);
        for (var i = 0; i < number.Length; i++)
        {
            for (var j = i + 1; j < number.Length; j++)
            {
                var swapped = number.ToCharArray();
                (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                if (number[i] != number[j] && Reads(new string(swapped))) return false;
            }
        }

        return true;
    }

    [Fact]
    public void A_number_reads_in_lower_case_with_spaces_and_without_hyphens()
    {
        var number = RequestNumber.New(Day);
        var bare = number.Format().Replace("-", "", StringComparison.Ordinal);
        foreach (var typed in new[] { bare, bare.ToLowerInvariant(), $"  {bare[..4]} {bare[4..8]}\u00A0{bare[8..]} ", $"{bare[..4]}–{bare[4..]}", number.Format() })
        {
            Assert.True(RequestNumber.TryParse(typed, out var read));
            Assert.Equal(number, read);
        }
    }

    [Property(MaxTest = 500)]
    public bool No_text_makes_reading_fail(string? text) => !RequestNumber.TryParse(text, out var read) || RequestNumber.TryParse(read.Format(), out _);

    // Of three billion, so few that even chance repeats none.
    [Fact]
    public void Numbers_do_not_repeat() =>
        Assert.Equal(200, Enumerable.Range(0, 200).Select(_ => RequestNumber.New(Day).Format()).Distinct().Count());

    private static bool Reads(string text) => RequestNumber.TryParse(text, out _);
}
