using System.CommandLine;
using Ilnp.Local;

// After Ctrl-C a command may take this long to write what it has.
return await Commands.Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
