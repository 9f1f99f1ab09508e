using GruBuilder.Forms.Logic;
using GruBuilder.Forms.Receipts.Law;
using GruBuilder.Tests.Forms;
using System.Globalization;

namespace GruBuilder.Tests.Receipts;

public class LegalDeadlinesTests
{
    public static TheoryData<string, string> All => CaseFiles.In("deadlines");

    [Theory]
    [MemberData(nameof(All))]
    public void A_period_ends_on_its_day(string file, string name)
    {
        var (one, _) = CaseFiles.Load("deadlines", file, name);
        var period = new LegalPeriod(one.GetProperty("count").GetInt32(), Enum.Parse<PeriodUnit>(one.GetProperty("unit").GetString()!));
        Assert.Equal(Day(one.GetProperty("end").GetString()!), LegalDeadlines.End(Day(one.GetProperty("start").GetString()!), period));
    }

    [Fact]
    public void A_request_sent_before_midnight_counts_from_the_towns_day()
    {
        // 23 h 30 in Ronchin on 30 November is already 22 h 30 UTC the same day; 0 h 30 on 1 December is still November in UTC.
        var late = new DateTimeOffset(2026, 12, 1, 0, 30, 0, TimeSpan.FromHours(1));
        Assert.Equal(new DateOnly(2027, 2, 1), LegalDeadlines.End(late, LegalPeriod.Default));
    }

    [Theory]
    [InlineData(1961, "1961-04-02")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_falls_on_its_Sunday(int year, string day) => Assert.Equal(Day(day), FrenchHolidays.Easter(year));

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(100_000)]
    public void A_period_of_no_length_or_beyond_reason_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LegalPeriod.Months(count));

    [Fact]
    public void A_period_reads_as_French()
    {
        Assert.Equal("deux mois", LegalPeriod.Default.ToString());
        Assert.Equal("15 jours", LegalPeriod.Days(15).ToString());
        Assert.Equal("un jour ouvré", LegalPeriod.WorkingDays(1).ToString());
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
