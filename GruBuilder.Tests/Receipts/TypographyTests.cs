using GruBuilder.Forms.Receipts;

namespace GruBuilder.Tests.Receipts;

public class TypographyTests
{
    [Theory]
    [InlineData("Quel âge ?", "Quel âge\u202F?")]
    [InlineData("« Voirie » : oui ; non !", "«\u202FVoirie\u202F»\u202F: oui\u202F; non\u202F!")]
    [InlineData("https://ville.fr?a=1;b=2 à 14:30", "https://ville.fr?a=1;b=2 à 14:30")]
    [InlineData("L'école", "L’école")]
    [InlineData("12,50 €", "12,50\u202F€")]
    [InlineData("", "")]
    public void Spaces_and_apostrophes_are_set_as_French_printers_do(string typed, string set) => Assert.Equal(set, FrenchText.Typeset(typed));

    [Fact]
    public void A_moment_is_told_by_its_own_offset()
    {
        var moment = new DateTimeOffset(2027, 1, 1, 0, 5, 0, TimeSpan.FromHours(1));
        Assert.Equal("1er janvier 2027", FrenchText.Day(moment));
        Assert.Equal("0 h 05", FrenchText.Hour(moment).Replace('\u00A0', ' '));
    }
}
