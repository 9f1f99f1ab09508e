using GruBuilder.Forms.Answers;

namespace GruBuilder.Tests.Forms.Answers;

public class AnswerValueTests
{
    [Fact]
    public void A_moment_comes_back_as_it_went_in()
    {
        Assert.Equal(new TimeOnly(23, 59), AnswerValue.Of(new TimeOnly(23, 59, 30)).AsTime);
        Assert.Equal(new DateTime(9999, 12, 31, 23, 59, 0), AnswerValue.Of(new DateTime(9999, 12, 31, 23, 59, 0)).AsDateTime);
        Assert.Equal(new CalendarMonth(2026, 12), AnswerValue.Of(new CalendarMonth(2026, 12)).AsMonth);
        var range = new DateRange(DateOnly.MinValue, DateOnly.MaxValue);
        Assert.Equal(range, AnswerValue.Of(range).AsDateRange);
    }

    [Fact]
    public void A_detail_makes_another_answer_but_the_same_choice()
    {
        var plain = AnswerValue.Of("autre");
        var detailed = plain.WithDetail("autre", " à pied ");
        Assert.NotEqual(plain, detailed);
        Assert.Equal(plain, detailed.WithoutDetails);
        Assert.Equal("autre", detailed.AsText);
        Assert.Equal("à pied", detailed.DetailOf("autre"));
        Assert.Equal(plain, detailed.WithDetail("autre", ""));
    }

    [Fact]
    public void Details_follow_the_options_that_stay_chosen()
    {
        var before = AnswerValue.Of(["a", "b"]).WithDetail("b", "deux").WithDetail("a", "un");
        var after = AnswerValue.Of(["b", "c"]).WithDetailsOf(before);
        Assert.Equal(new ChoiceDetail("b", "deux"), Assert.Single(after.Details));
        Assert.Equal(before, AnswerValue.Of(["a", "b"]).WithDetail("a", "un").WithDetail("b", "deux"));
    }
}
