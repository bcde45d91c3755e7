using Valentina.Paging;

namespace Valentina.Client.Tests.Paging;

/// <summary>An item with an identity, as every list of the service has.</summary>
public sealed class Row(int number) : IIdentified
{
    public Guid Id { get; } = Guid.NewGuid();

    Guid? IIdentified.Identity => Id;

    public int Number { get; } = number;

    public override string ToString() => $"#{Number}";
}
