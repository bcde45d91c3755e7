using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Rows that are numbered from 1 within their parent, without gaps.</summary>
internal sealed class NumberedRows(World world, string kind, string link, string words)
{
    public IEnumerable<Entity> Of(string parent) => world[kind].Where(link, parent).OrderBy(row => row.Number("number"));

    /// <summary>Makes a new row the last one.</summary>
    public void Append(JsonObject data, string parent)
    {
        data[link] = parent;
        data["number"] = world[kind].Count(link, parent) + 1;
    }

    /// <summary>Closes the gap that a removed row left.</summary>
    public void Close(Entity removed) => Number([.. Of(removed.Text(link)!)]);

    /// <summary>Gives a row the number that the request wants; the others make room.</summary>
    public Entity Move(EndpointContext call, Entity moved)
    {
        var rows = Of(moved.Text(link)!).ToList();
        var target = call.FieldNumber("number")!.Value;
        if (target > rows.Count)
        {
            throw ProblemException.Invalid($"New number {target} is greater than the number of {words} ({rows.Count})");
        }

        rows.Remove(moved);
        rows.Insert(target - 1, moved);
        Number(rows);
        call.Subject = moved;
        return moved;
    }

    private static void Number(List<Entity> rows)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            rows[index]["number"] = index + 1;
        }
    }
}
