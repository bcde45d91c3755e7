using System.Reflection;
using Xunit.Sdk;

namespace Valentina.Client.Tests.Paging;

/// <summary>Runs a test for both styles.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryCallStyleAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[CallStyle.Async], [CallStyle.Sync]];
}
