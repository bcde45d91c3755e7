using Valentina.Models;
using Valentina.Paging;

namespace Valentina.Client.Tests.Paging;

/// <summary>Lists that change while they are read are read right where items can be told apart: wherever the contract has an id.</summary>
public class ItemIdentityTests
{
    public static TheoryData<Type> ItemsWithAnId => [.. typeof(Campaign).Assembly.GetExportedTypes()
        .Where(type => type is { Namespace: "Valentina.Models", IsClass: true } && type.GetProperty("AdditionalData") is not null)
        .Where(type => type.GetProperty("Id")?.PropertyType is { } id && (id == typeof(Guid) || id == typeof(Guid?)))];

    [Theory]
    [MemberData(nameof(ItemsWithAnId))]
    public void Answers_with_an_id_are_told_apart_by_it(Type model)
    {
        var id = Guid.NewGuid();
        var item = Activator.CreateInstance(model)!;
        model.GetProperty("Id")!.SetValue(item, id);
        item.Should().BeAssignableTo<IIdentified>().Which.Identity.Should().Be(id);
    }

    [Fact]
    public void An_empty_id_tells_nothing_apart() => ItemIdentity<Campaign>.Of(new Campaign()).Should().BeNull();

    [Fact]
    public void A_text_has_no_id()
    {
        ItemIdentity<string>.IsKnown.Should().BeFalse();
        ItemIdentity<string>.Of("x").Should().BeNull();
    }
}
