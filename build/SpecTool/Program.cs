using System.CommandLine;
using Valentina.SpecTool.Commands;

var root = new RootCommand("Works on the contracts of the two APIs: prepares, checks and compares them.");
foreach (var command in CommandList.All())
{
    root.Add(command);
}

return root.Parse(args).Invoke();
