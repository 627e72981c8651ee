using FunctionsHost.Settings;
using Microsoft.Extensions.Configuration;

namespace FunctionsHost.Keys;

/// <summary>Keys given by settings stand above the stored ones.</summary>
static class GivenKeys
{
    public static FunctionKeys Over(FunctionKeys stored, IConfiguration configuration)
    {
        var given = configuration.GetSection(HostSettings.Keys);
        var functions = new Dictionary<string, string>(stored.Functions, StringComparer.OrdinalIgnoreCase);
        foreach (var function in given.GetSection("Functions").GetChildren())
        {
            if (!string.IsNullOrEmpty(function.Value)) functions[function.Key] = function.Value;
        }

        return new(
            Choose("Master", stored.Master), Choose("Default", stored.Default), Choose("DurableTask", stored.DurableTask), functions);

        string Choose(string name, string otherwise) => given[name] is { Length: > 0 } value ? value : otherwise;
    }
}
