using GruBuilder.Tests.Browser;
using GruBuilder.Tests.Web;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("GruBuilder.Tests.LongestFirst", "GruBuilder.Tests")]

namespace GruBuilder.Tests;

/// <summary>The long collections begin first: one of them that began last would run alone at the end, on one core.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [ScreenBrowserTests.Name, BrowserTests.Name, WebTests.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Array.IndexOf(Long, c.DisplayName) is >= 0 and var place ? place : Long.Length);
}
