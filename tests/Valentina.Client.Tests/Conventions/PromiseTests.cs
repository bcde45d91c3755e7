namespace Valentina.Client.Tests.Conventions;

/// <summary>
/// What the founding pages promise is numbered: A (the asynchronous client), B (the synchronous one), C (the Claude client), T (the fake).
/// The tests of a promise carry its number as the trait <c>Promise</c>.
/// </summary>
public class PromiseTests
{
    [Theory]
    [InlineData('A', 29, "A10", "A12", "A22", "A28", "A29")]
    [InlineData('B', 13, "B02", "B08")]
    [InlineData('C', 30, "C30")]
    [InlineData('T', 23)]
    public void Every_promise_has_a_test_except_for_what_is_no_behaviour(char page, int count, params string[] none)
    {
        var tested = TestMethod.ByTrait("Promise").Select(group => group.Key).Where(promise => promise[0] == page);
        var promised = Enumerable.Range(1, count).Select(number => $"{page}{number:00}");

        tested.Should().BeEquivalentTo(promised.Except(none));
    }
}
