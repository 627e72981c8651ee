using Ilnp.Local;

return await Commands.Root().Parse(args).InvokeAsync();
