using System.Collections.Concurrent;
using System.Reflection;
using Valentina.Build.Tests.Overlay.Support;
using Valentina.SpecTool.Overlay;

namespace Valentina.Build.Tests.Overlay;

/// <summary>What holds for every correction, whatever it corrects.</summary>
public sealed class OverlayConventionTests
{
    public static TheoryData<string> Apis => ["valentina", "claude-code"];

    [Theory]
    [MemberData(nameof(Apis))]
    public void Every_correction_gives_its_reason_in_a_sentence(string api)
        => Contract.Of(api).Overlay.Actions.Where(action => action.Reason.Length < 20 || !action.Reason.EndsWith('.')).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Apis))]
    public void Every_correction_names_a_test_that_exists(string api)
        => Contract.Of(api).Overlay.Actions.Where(action => TestOf(api, action) is null).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Apis))]
    public void Every_test_of_a_correction_is_named_by_one(string api)
        => Tests(api).Select(test => test.Name).Should().BeSubsetOf(Contract.Of(api).Overlay.Actions.Select(action => action.Test));

    [Theory]
    [MemberData(nameof(Apis))]
    public void Every_correction_is_missed_by_its_test_when_it_is_gone(string api)
    {
        var whole = Contract.Of(api);
        var survivors = new ConcurrentBag<string>();
        Parallel.ForEach(whole.Overlay.Actions, action =>
        {
            if (Passes(TestOf(api, action)!, whole.Without(action)))
            {
                survivors.Add($"{action} ({action.Test})");
            }
        });

        survivors.Order(StringComparer.Ordinal).Should().BeEmpty("a correction nobody misses needs no place in the overlay");
    }

    private static bool Passes(MethodInfo test, Contract contract)
    {
        try
        {
            contract.Use(() => test.Invoke(Activator.CreateInstance(test.DeclaringType!), null));
            return true;
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }

    private static MethodInfo? TestOf(string api, OverlayAction action) => Tests(api).SingleOrDefault(test => test.Name == action.Test);

    private static IEnumerable<MethodInfo> Tests(string api)
    {
        var home = typeof(OverlayConventionTests).Namespace + (api == "valentina" ? ".Noir" : ".ClaudeCode");
        return typeof(OverlayConventionTests).Assembly.GetTypes()
            .Where(type => type.Namespace == home)
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null);
    }
}
