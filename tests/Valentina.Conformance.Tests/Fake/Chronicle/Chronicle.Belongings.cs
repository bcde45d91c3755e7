using System.Text;
using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Inventory, notes and assets of every parent.</content>
internal sealed partial class Chronicle
{
    private async Task BelongingsAsync()
    {
        var item = await StepAsync("inv.create",
            () => _asPlayer.Characters.CreateInventoryItemAsync(
                _vampireId,
                new InventoryItemCreate { Name = "silver dagger", Type = InventoryItemType.Weapon, Description = "Sharp" }),
            i => $"{i.Name} {i.Type} {i.Description}");
        await StepAsync("inv.create.unknownType",
            () => _asPlayer.Characters.CreateInventoryItemAsync(
                _vampireId,
                new InventoryItemCreate { Name = "thing", Type = InventoryItemType.FromValue("NONSENSE") }));
        await StepAsync("inv.create.emptyName",
            () => _asPlayer.Characters.CreateInventoryItemAsync(
                _vampireId,
                new InventoryItemCreate { Name = "", Type = InventoryItemType.Weapon }),
            i => i.Name);
        await StepAsync("inv.update",
            () => _asPlayer.Characters.UpdateInventoryItemAsync(
                _vampireId,
                item.Id,
                new InventoryItemPatch { Description = null, Name = "Big dagger" }),
            i => $"{i.Name} {i.Description ?? "null"}");
        Step("inv.list.sync", () => _asPlayer.Characters.ListAllInventory(_vampireId), l => l.Count);
        await StepAsync("inv.get", () => _asPlayer.Characters.GetInventoryItemAsync(_vampireId, item.Id), i => i.Name);
        await StepAsync("inv.get.byOther", () => _asOther.Characters.GetInventoryItemAsync(_vampireId, item.Id), i => i.Name);
        await StepAsync("inv.update.byOther",
            () => _asOther.Characters.UpdateInventoryItemAsync(_vampireId, item.Id, new InventoryItemPatch { Name = "Stolen" }));
        await StepAsync("inv.delete", () => _asPlayer.Characters.DeleteInventoryItemAsync(_vampireId, item.Id));
        await StepAsync("inv.delete.again", () => _asPlayer.Characters.DeleteInventoryItemAsync(_vampireId, item.Id));
    }

    private async Task NotesAsync()
    {
        await NotesAsync("char",
            q => _asPlayer.Characters.CreateNoteAsync(_vampireId, q),
            i => _asPlayer.Characters.GetNoteAsync(_vampireId, i),
            (i, p) => _asPlayer.Characters.UpdateNoteAsync(_vampireId, i, p),
            () => _asPlayer.Characters.GetNotesPageAsync(_vampireId),
            i => _asPlayer.Characters.DeleteNoteAsync(_vampireId, i));
        await NotesAsync("camp",
            q => _asStoryteller.Campaigns.CreateNoteAsync(_campaignId, q),
            i => _asStoryteller.Campaigns.GetNoteAsync(_campaignId, i),
            (i, p) => _asStoryteller.Campaigns.UpdateNoteAsync(_campaignId, i, p),
            () => _asStoryteller.Campaigns.GetNotesPageAsync(_campaignId),
            i => _asStoryteller.Campaigns.DeleteNoteAsync(_campaignId, i));
        await NotesAsync("book",
            q => _books.CreateNoteAsync(_firstBook.Id, q),
            i => _books.GetNoteAsync(_firstBook.Id, i),
            (i, p) => _books.UpdateNoteAsync(_firstBook.Id, i, p),
            () => _books.GetNotesPageAsync(_firstBook.Id),
            i => _books.DeleteNoteAsync(_firstBook.Id, i));
        await NotesAsync("ch",
            q => _chapters.CreateNoteAsync(_firstChapter.Id, q),
            i => _chapters.GetNoteAsync(_firstChapter.Id, i),
            (i, p) => _chapters.UpdateNoteAsync(_firstChapter.Id, i, p),
            () => _chapters.GetNotesPageAsync(_firstChapter.Id),
            i => _chapters.DeleteNoteAsync(_firstChapter.Id, i));
        await NotesAsync("user",
            q => _asPlayer.Users.CreateNoteAsync(_player.Id, q),
            i => _asPlayer.Users.GetNoteAsync(_player.Id, i),
            (i, p) => _asPlayer.Users.UpdateNoteAsync(_player.Id, i, p),
            () => _asPlayer.Users.GetNotesPageAsync(_player.Id),
            i => _asPlayer.Users.DeleteNoteAsync(_player.Id, i));
        await StepAsync("note.camp.byPlayer",
            () => _asPlayer.Campaigns.CreateNoteAsync(_campaignId, new NoteCreate { Title = "by player", Content = "content" }),
            x => x.Title);
        await StepAsync("note.user.byOther",
            () => _asOther.Users.CreateNoteAsync(_player.Id, new NoteCreate { Title = "by other", Content = "content" }),
            x => x.Title);
    }

    private async Task AssetsAsync()
    {
        await AssetsAsync("char",
            f => _asPlayer.Characters.UploadAssetAsync(_vampireId, f),
            i => _asPlayer.Characters.GetAssetAsync(_vampireId, i),
            t => _asPlayer.Characters.GetAssetsPageAsync(_vampireId, t),
            i => _asPlayer.Characters.DeleteAssetAsync(_vampireId, i));
        await AssetsAsync("camp",
            f => _asStoryteller.Campaigns.UploadAssetAsync(_campaignId, f),
            i => _asStoryteller.Campaigns.GetAssetAsync(_campaignId, i),
            t => _asStoryteller.Campaigns.GetAssetsPageAsync(_campaignId, t),
            i => _asStoryteller.Campaigns.DeleteAssetAsync(_campaignId, i));
        await AssetsAsync("book",
            f => _books.UploadAssetAsync(_firstBook.Id, f),
            i => _books.GetAssetAsync(_firstBook.Id, i),
            t => _books.GetAssetsPageAsync(_firstBook.Id, t),
            i => _books.DeleteAssetAsync(_firstBook.Id, i));
        await AssetsAsync("ch",
            f => _chapters.UploadAssetAsync(_firstChapter.Id, f),
            i => _chapters.GetAssetAsync(_firstChapter.Id, i),
            t => _chapters.GetAssetsPageAsync(_firstChapter.Id, t),
            i => _chapters.DeleteAssetAsync(_firstChapter.Id, i));
        await AssetsAsync("user",
            f => _asPlayer.Users.UploadAssetAsync(_player.Id, f),
            i => _asPlayer.Users.GetAssetAsync(_player.Id, i),
            t => _asPlayer.Users.GetAssetsPageAsync(_player.Id, t),
            i => _asPlayer.Users.DeleteAssetAsync(_player.Id, i));
        await StepAsync("avatar.set",
            () => _asPlayer.Users.SetAvatarAsync(_player.Id, FileUpload.FromBytes("a.png", Picture)),
            u => u.AvatarUrl is not null);
        await StepAsync("avatar.set.text",
            () => _asPlayer.Users.SetAvatarAsync(_player.Id, FileUpload.FromBytes("a.png", Encoding.UTF8.GetBytes("no image"))));
        await StepAsync("avatar.delete", () => _asPlayer.Users.DeleteAvatarAsync(_player.Id), u => u.AvatarUrl is null);
        await StepAsync("avatar.byOther", () => _asOther.Users.DeleteAvatarAsync(_player.Id));
        Step("asset.sync",
            () => _asPlayer.Characters.UploadAsset(
                _vampireId,
                FileUpload.FromStream("ünï©.gif",
                    new MemoryStream(Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")))),
            a => $"{a.MimeType} {a.OriginalFilename}");
    }

    private async Task NotesAsync(
        string parent,
        Func<NoteCreate, Task<Note>> create,
        Func<Guid, Task<Note>> get,
        Func<Guid, NotePatch, Task<Note>> update,
        Func<Task<Page<Note>>> page,
        Func<Guid, Task> delete)
    {
        var note = await StepAsync(
            $"note.{parent}.create",
            () => create(new NoteCreate { Title = "  my title ", Content = "Body of it" }),
            x => $"{x.Title}|{x.Content}");
        await StepAsync($"note.{parent}.short", () => create(new NoteCreate { Title = "ab", Content = "x" }));
        await StepAsync($"note.{parent}.get", () => get(note.Id), x => x.Title);
        await StepAsync(
            $"note.{parent}.update",
            () => update(note.Id, new NotePatch { Content = "changed content" }),
            x => $"{x.Title}|{x.Content}");
        await StepAsync($"note.{parent}.page", page, x => x.Total);
        await StepAsync($"note.{parent}.404", () => get(Guid.NewGuid()));
        await StepAsync($"note.{parent}.delete", () => delete(note.Id));
        await StepAsync($"note.{parent}.delete2", () => delete(note.Id));
    }

    private async Task AssetsAsync(
        string parent,
        Func<FileUpload, Task<Asset>> upload,
        Func<Guid, Task<Asset>> get,
        Func<AssetType?, Task<Page<Asset>>> page,
        Func<Guid, Task> delete)
    {
        var asset = await StepAsync(
            $"asset.{parent}.up",
            () => upload(FileUpload.FromBytes("my cat?.png", Picture)),
            x => $"{x.AssetType} {x.MimeType} {x.OriginalFilename} {x.PublicUrl is not null}");
        await StepAsync($"asset.{parent}.text", () => upload(FileUpload.FromBytes("x.txt", Encoding.UTF8.GetBytes("hello"))));
        await StepAsync($"asset.{parent}.get", () => get(asset.Id), x => x.OriginalFilename);
        await StepAsync($"asset.{parent}.page", () => page(AssetType.Image), x => x.Total);
        await StepAsync($"asset.{parent}.page.audio", () => page(AssetType.Audio), x => x.Total);
        await StepAsync($"asset.{parent}.delete", () => delete(asset.Id));
        await StepAsync($"asset.{parent}.delete2", () => delete(asset.Id));
    }
}
