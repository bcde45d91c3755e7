using Valentina.SpecTool.Commands;

return await SpecToolApp.RunAsync(args, Console.Out, Console.Error);
