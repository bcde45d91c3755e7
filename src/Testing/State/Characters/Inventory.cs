namespace Valentina.Testing;

/// <summary>What a character carries.</summary>
internal static class Inventory
{
    public static void Map(Noir noir)
    {
        var world = noir.World;
        var resource = new Resource
        {
            Kind = Kinds.InventoryItem,
            Schema = "InventoryItemResponse",
            Rows = call => world[Kinds.InventoryItem].Where("character_id", call.Character.Id).OrderBy(item => item.Text("name"), StringComparer.Ordinal),
            Creating = (call, data) => data["character_id"] = call.Character.Id,
        };
        noir.List("listCharacterInventoryItems", resource);
        noir.Get("getCharacterInventoryItem", resource);
        noir.Create("createCharacterInventoryItem", resource);
        noir.Update("updateCharacterInventoryItem", resource);
        noir.Delete("deleteCharacterInventoryItem", resource);
    }
}
