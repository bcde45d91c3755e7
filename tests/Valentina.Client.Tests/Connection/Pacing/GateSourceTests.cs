using System.Runtime.CompilerServices;
using Valentina.Connection;
using Valentina.Connection.Pacing;
using Valentina.Connection.Profiles;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>Clients of one key, service and address share a gate, as long as one of them lives.</summary>
public sealed class GateSourceTests
{
    [Fact]
    public void Another_address_or_service_has_limits_of_its_own()
    {
        var key = NewKey();
        using var one = Own(key, "http://pace.test");
        using var same = Own(key, "http://pace.test/");
        using var elsewhere = Own(key, "http://pace.test/other");
        using var claude = Own(key, "http://pace.test", ClaudeCodeProfile.Instance);

        same.PacingGate.Should().BeSameAs(one.PacingGate);
        elsewhere.PacingGate.Should().NotBeSameAs(one.PacingGate);
        claude.PacingGate.Should().NotBeSameAs(one.PacingGate);
    }

    [Fact]
    public void A_gate_that_nobody_has_any_longer_makes_room_for_a_new_one()
    {
        var (forgotten, kept) = (NewKey(), NewKey());
        using var living = Own(kept, "http://pace.test");
        var gate = living.PacingGate;
        IsGone(Use(forgotten)).Should().BeTrue("the table of gates must not keep them");

        using var again = Own(forgotten, "http://pace.test");
        using var other = Own(kept, "http://pace.test");

        again.PacingGate!.IsOpen.Should().BeFalse("the new one knows nothing yet");
        other.PacingGate.Should().BeSameAs(gate, "those that are in use stay");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<PacingGate> Use(string key)
    {
        using var connection = Own(key, "http://pace.test");
        var gate = connection.PacingGate!;
        gate.Answered(null, Ops.Get, null);
        gate.IsOpen.Should().BeTrue();
        return new WeakReference<PacingGate>(gate);
    }

    private static bool IsGone(WeakReference<PacingGate> reference)
    {
        for (var round = 0; round < 10 && IsThere(reference); round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !IsThere(reference);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsThere(WeakReference<PacingGate> reference) => reference.TryGetTarget(out _);

    private static string NewKey() => $"key-{Guid.NewGuid():N}";

    private static ApiConnection Own(string key, string url, ServiceProfile? profile = null)
    {
        var settings = new ValentinaOptions { BaseUrl = url, ApiKey = key }.Resolve(EnvironmentReaders.None);
        return new ApiConnection(profile is null ? settings : settings with { Profile = profile }, Transport.Own());
    }
}
