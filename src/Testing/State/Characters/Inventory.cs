namespace Valentina.Testing;

/// <summary>What a character carries.</summary>
internal static class Inventory
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        var resource = new Resource
        {
            Kind = Kinds.InventoryItem,
            Schema = "InventoryItemResponse",
            Rows = call => world[Kinds.InventoryItem].Where("character_id", call.Character.Id)
                .OrderBy(item => item.Text("name"), StringComparer.Ordinal),
            Creating = (call, data) => data["character_id"] = call.Character.Id,
        };
        registry.List("listCharacterInventoryItems", resource);
        registry.Get("getCharacterInventoryItem", resource);
        registry.Create("createCharacterInventoryItem", resource);
        registry.Update("updateCharacterInventoryItem", resource);
        registry.Delete("deleteCharacterInventoryItem", resource);
    }
}
