using System.Text.Json;
using Microsoft.Extensions.AI;
using Valentina;
using Valentina.AI;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;

namespace NativeConsole;

/// <summary>What a model and its host do: chats through Microsoft.Extensions.AI, and the game as tools.</summary>
internal static class Table
{
    public static async Task<bool> IsAnsweredAsync(ClaudeCodeClient claude)
    {
        var chat = claude.AsIChatClient(ClaudeModel.Haiku);
        var answer = await chat.GetResponseAsync("Who knocks?");
        var pieces = 0;
        await foreach (var update in chat.GetStreamingResponseAsync("And who answers?"))
        {
            pieces += update.Text.Length > 0 ? 1 : 0;
        }

        return answer is { Text.Length: > 0, Usage.TotalTokenCount: > 0 } && answer.GetCost() > 0 && pieces > 0;
    }

    /// <summary>Whether every kind of tool reads what a model gives it and answers with what the service said.</summary>
    public static async Task<bool> HasToolsAsync(CompanyScope acting, Guid campaign)
    {
        var tools = acting.AsTools().ToDictionary(tool => tool.Name, StringComparer.Ordinal);
        var list = await CallAsync(tools["list_campaigns"], """{"limit":"3"}""");
        var one = await CallAsync(tools["get_campaign"], $$"""{"campaign_id":"{{campaign}}"}""");
        var users = await CallAsync(tools["list_users"], """{"user_role":"ADMIN"}""");
        var roll = await CallAsync(tools["create_dice_roll"], """{"num_dice":4,"dice_size":10,"difficulty":6}""");
        return list.GetProperty("items").GetArrayLength() == 3
            && one.GetProperty("id").GetGuid() == campaign
            && users.GetProperty("items").GetArrayLength() > 0
            && roll.GetProperty("num_dice").GetInt32() == 4;
    }

    private static async Task<JsonElement> CallAsync(AIFunction tool, string arguments)
    {
        using var given = JsonDocument.Parse(arguments);
        var named = new AIFunctionArguments(
            given.RootElement.EnumerateObject().ToDictionary(one => one.Name, one => (object?)one.Value, StringComparer.Ordinal));
        return (JsonElement)(await tool.InvokeAsync(named))!;
    }
}
