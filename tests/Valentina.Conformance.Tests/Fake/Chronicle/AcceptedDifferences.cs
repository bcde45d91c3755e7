namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <summary>The steps in which the fake differs from the real server, each with its reason.</summary>
internal static class AcceptedDifferences
{
    /// <summary>How many of them may differ in outcome, status or value; the others differ in words, or in the number of pages.</summary>
    public const int MostInValue = 8;

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["bp.traits.enumerate.page37"] = "The real catalogue has twenty pages of traits, the invented one has one.",
        ["dict.all.sync50"] = "The real dictionary has more than a hundred terms, the invented one has few.",
        ["tr.custom.short"] = "The client knows the limit by now and refuses before sending.",
        ["char.update.playerNull"] = "The client of that day refused it; now it asks the server, which alone knows the character's type.",
    };

    /// <summary>What is still to be mended. This list only gets shorter.</summary>
    public static IReadOnlyList<string> ToBeMended { get; } =
    [
        // Characters, traits, rolls, the dictionary.
        "ch.create.unknownChar",
        "xp.add.unknownCampaign",
        "char.vampire.badClan",
        "char.badCampaign",
        "char.badConcept",
        "char.list.byPlayer",
        "char.list.byST",
        "char.list.order",
        "char.list.player",
        "char.list.sync",
        "char.update.wrongClassAttrs",
        "tr.change.down.xp",
        "tr.bulk",
        "dice.badChar",
        "dice.badCamp",
        "dice.sync",
        "dice.get.404",
        "qr.create.byCharTraitId",
        "qr.roll.charWithout",
        "qr.list.sync",
        "stats.user",
        "stats.camp.sync",
        "cg.finalize.badChar",
        "dict.create.dup",
        "dict.search",
        "perm.recoup.pl",
        "perm.session.lowerMore",
        "del.char.reuseName",

        // The audit log counts what the steps above change.
        "audit.entities",
    ];
}
