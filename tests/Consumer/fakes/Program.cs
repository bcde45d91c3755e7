// Both services on ports of this machine, for the other programs. Ends when its input does.
using Valentina.Testing;

var game = new FakeValentina();
var claude = new FakeClaudeCode();
await using var gameServer = await game.StartServerAsync();
await using var claudeServer = await claude.StartServerAsync();

Console.WriteLine($"export VALENTINA_CLIENT_BASE_URL={gameServer.BaseAddress}");
Console.WriteLine($"export VALENTINA_CLIENT_API_KEY={game.ApiKey}");
Console.WriteLine($"export VALENTINA_CLIENT_DEFAULT_COMPANY_ID={game.CompanyId}");
Console.WriteLine($"export CLAUDE_API_URL={claudeServer.BaseAddress}");
Console.WriteLine($"export CLAUDE_API_KEY={claude.ApiKey}");
Console.WriteLine("export FAKES=ready");

Console.In.ReadToEnd();
