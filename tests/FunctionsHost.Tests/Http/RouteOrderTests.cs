using FunctionsHost.Functions;
using FunctionsHost.Http;
using FunctionsHost.Protocol;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FunctionsHost.Tests.Http;

public sealed class RouteOrderTests
{
    [Theory]
    [InlineData("a", "people/{id}", "b", "people/new", true)]
    [InlineData("b", "people/{id}", "a", "people/new", false)]
    [InlineData("B", "people/{id}", "a", "people/new", false)]
    [InlineData("a", "people/{id}", "b", "people/{id:int}", true)]
    [InlineData("a", "people/{id:int}", "b", "people/new", false)]
    [InlineData("a", "{*rest}", "b", "people", true)]
    [InlineData("a", "{*rest}", "b", "people/{id}/data", true)]
    [InlineData("b", "{*rest}", "a", "people/{id}/data", false)]
    [InlineData("a", "people/{id}/{what}", "b", "people/{id}/data", true)]
    [InlineData("a", "people/{id}/{what}", "b", "people/{id}", false)]
    [InlineData("a", "people/{id}/{what?}", "b", "people/all", true)]
    [InlineData("a", "people/{id?}", "b", "people", true)]
    [InlineData("a", "people/{id}", "b", "groups/new", false)]
    [InlineData("a", "People/{id}", "b", "people/NEW", true)]
    [InlineData("a", "{one}/x", "b", "y/{two}", true)]
    [InlineData("a", "y/{two}", "b", "{one}/x", false)]
    public void GivenTwoRoutes_WhenAnAddressFitsBoth_ThenTheRealHostsChoiceIsToldWhereItIsAnother(
        string name, string route, string other, string otherRoute, bool differs)
    {
        Assert.Equal(differs ? (name, other) : null, Names(RouteOrder.Differs(Of(name, route, "GET"), Of(other, otherRoute, "GET"))));
        Assert.Equal(differs ? (name, other) : null, Names(RouteOrder.Differs(Of(other, otherRoute), Of(name, route, "GET"))));
        Assert.Null(RouteOrder.Differs(Of(name, route, "GET"), Of(other, otherRoute, "POST")));
    }

    static (string, string)? Names((HttpTrigger Called, HttpTrigger Meant)? differs) =>
        differs is var (called, meant) ? (called.Function.Name, meant.Function.Name) : null;

    static (HttpTrigger, RoutePattern) Of(string name, string route, params string[] methods) =>
        (
            new(new FunctionDescription(new RpcFunctionMetadata { Name = name }), route, methods, "anonymous"),
            RoutePatternFactory.Parse(route));
}
