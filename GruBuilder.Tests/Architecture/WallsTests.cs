using System.Reflection;
using GruBuilder.Forms.Definitions;
using NetArchTest.Rules;

namespace GruBuilder.Tests.Architecture;

public class WallsTests
{
    private static readonly Assembly Forms = typeof(FormDefinition).Assembly;

    [Theory]
    [InlineData("GruBuilder.Web")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Microsoft.AspNetCore.Http")]
    [InlineData("Microsoft.AspNetCore.Mvc")]
    [InlineData("Microsoft.AspNetCore.Identity")]
    [InlineData("System.Net.Http")]
    [InlineData("MudBlazor")]
    public void Forms_knows_nothing_of(string name)
    {
        var result = Types.InAssembly(Forms).ShouldNot().HaveDependencyOn(name).GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
        Assert.DoesNotContain(Forms.GetReferencedAssemblies(), a => a.Name!.StartsWith(name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GruBuilder.Forms.Definitions")]
    [InlineData("GruBuilder.Forms.Logic")]
    [InlineData("GruBuilder.Forms.Answers")]
    [InlineData("GruBuilder.Forms.Validation")]
    public void The_engine_knows_nothing_of_what_draws_it(string space)
    {
        var result = Types.InAssembly(Forms).That().ResideInNamespaceStartingWith(space)
            .ShouldNot().HaveDependencyOnAny("GruBuilder.Forms.Rendering", "GruBuilder.Forms.Designer", "GruBuilder.Forms.Receipts", "Microsoft.AspNetCore.Components").GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
