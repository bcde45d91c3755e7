using System.Globalization;
using System.Text;

namespace Valentina.Stress.Servers;

/// <summary>Companies as the service writes them.</summary>
internal static class CompanyJson
{
    /// <summary>An id with a number in it, which <see cref="NumberOf"/> finds again.</summary>
    public static Guid Id(int number) => new(number, 0x4444, 0x4444, 0x84, 0x44, 0, 0, 0, 0, 0, 1);

    public static int NumberOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BitConverter.ToInt32(bytes);
    }

    public static string One(int number, string description = "A chronicle") => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"{{{Id(number)}}}","date_created":"2026-11-22T04:43:16.163644Z","date_modified":"2026-11-22T04:43:16.163651Z","name":"Court {{{number}}}","description":"{{{description}}}","email":"court@example.com","resources_modified_at":"2026-11-22T04:43:16.163685Z","num_campaigns":0,"num_player_characters":0,"num_storyteller_characters":0,"num_npc_characters":0,"num_users":1,"settings":{"id":"01a20190-cb45-7462-acfa-15d515ec2256","character_autogen_xp_cost":5,"character_autogen_num_choices":3,"character_autogen_starting_points":20,"permission_manage_campaign":"UNRESTRICTED","permission_manage_npc":"UNRESTRICTED","permission_grant_xp":"UNRESTRICTED","permission_free_trait_changes":"UNRESTRICTED","permission_recoup_xp":"UNRESTRICTED"}}""");

    /// <summary>A page of which every item carries the same number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="items">How many items.</param>
    /// <param name="noise">How much text that hardly shrinks each of them has.</param>
    /// <param name="chances">Makes the noise.</param>
    /// <param name="offset">What the page says of where it begins.</param>
    /// <param name="total">What it says of the length of the list.</param>
    public static string Page(int number, int items, int noise = 0, Random? chances = null, int offset = 0, int total = 100_000)
    {
        var page = new StringBuilder("{\"items\":[");
        for (var index = 0; index < items; index++)
        {
            page.Append(index == 0 ? "" : ",").Append(One(number, Noise(noise, chances)));
        }

        return page.Append(CultureInfo.InvariantCulture, $"],\"limit\":{items},\"offset\":{offset},\"total\":{total}}}").ToString();
    }

    private static string Noise(int length, Random? chances)
    {
        var bytes = new byte[length * 3 / 4];
        chances?.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
