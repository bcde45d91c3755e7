namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>What the synchronous twin of an asynchronous method looks like.</summary>
public class SyncTwinTests
{
    [Fact]
    public void A_one_line_method_loses_its_task_and_its_suffix()
        => Generated.FromMembers("public virtual Task<int> SizeAsync(string name, CancellationToken token = default) => _source.CountAsync(name, token);")
            .Compiles().Text.Should().Contain(
                "public virtual int Size(string name, CancellationToken token = default) => _source.Count(name, token);");

    [Fact]
    public void A_task_without_result_becomes_void()
        => Generated.FromMembers("public Task ForgetAsync(CancellationToken token = default) => _source.ClearAsync(token);")
            .Compiles().Text.Should().Contain("public void Forget(CancellationToken token = default) => _source.Clear(token);");

    [Fact]
    public void Awaiting_and_configuring_disappear()
        => Generated.FromMembers("""
            public async Task<int> SumAsync(CancellationToken token = default)
            {
                var first = await _source.CountAsync("a", token).ConfigureAwait(false);
                await _source.ClearAsync(token).ConfigureAwait(false);
                return first + (await _source.CountAsync("b", token).ConfigureAwait(false)).CompareTo(3);
            }
            """)
            .Compiles().Text.Should().Contain("var first = _source.Count(\"a\", token);")
            .And.Contain("_source.Clear(token);")
            .And.Contain("return first + (_source.Count(\"b\", token)).CompareTo(3);")
            .And.NotContain("async ").And.NotContain("await");

    [Fact]
    public void An_iterator_becomes_an_ordinary_iterator()
        => Generated.FromMembers("""
            public async IAsyncEnumerable<int> EvenAsync(int from, [EnumeratorCancellation] CancellationToken token = default)
            {
                await foreach (var number in _source.NumbersAsync(token).WithCancellation(token).ConfigureAwait(false))
                {
                    if (number % 2 == from)
                    {
                        yield return number;
                    }
                }
            }
            """)
            .Compiles().Text.Should().Contain("public IEnumerable<int> Even(int from, CancellationToken token = default)")
            .And.Contain("foreach (var number in _source.Numbers(token))");

    [Fact]
    public void Generic_methods_keep_their_type_parameters_and_constraints()
        => Generated.FromMembers("""
            public Task<T> OuterAsync<T>(T value) where T : class => InnerAsync<T>(value);
            private async Task<T> InnerAsync<T>(T value) where T : class => await Task.FromResult(value);
            """)
            .Compiles().Text.Should().Contain("public T Outer<T>(T value) where T : class => Inner<T>(value);")
            .And.Contain("private T Inner<T>(T value) where T : class => value;");

    [Fact]
    public void Delegates_that_return_tasks_become_delegates_that_return_values()
        => Generated.FromMembers("""
            public Task<int> TwiceAsync() => RunAsync(async (name, token) => 2 * await _source.CountAsync(name, token), token => _source.ClearAsync(token));
            private static async Task<int> RunAsync(Func<string, CancellationToken, Task<int>> ask, Func<CancellationToken, Task> clear)
            {
                await clear(default).ConfigureAwait(false);
                return await ask("a", default).ConfigureAwait(false);
            }
            """)
            .Compiles().Text.Should().Contain("Run((name, token) => 2 * _source.Count(name, token), token => _source.Clear(token))")
            .And.Contain("private static int Run(Func<string, CancellationToken, int> ask, Action<CancellationToken> clear)");

    [Fact]
    public void A_method_group_meets_its_twin()
        => Generated.FromMembers("""
            public Task<int> TwiceAsync() => RunAsync(_source.CountAsync);
            private static Task<int> RunAsync(Func<string, CancellationToken, Task<int>> ask) => ask("a", default);
            """)
            .Compiles().Text.Should().Contain("Run(_source.Count)");

    [Fact]
    public void Local_functions_and_asynchronous_disposal_are_translated()
        => Generated.FromMembers("""
            public async Task<int> ReadAsync(Stream stream, CancellationToken token = default)
            {
                await using var copy = new MemoryStream();
                await using (var other = new MemoryStream())
                {
                    await FillAsync(other);
                }

                async Task FillAsync(Stream target) => await target.WriteAsync(new byte[1], 0, 1, token).ConfigureAwait(false);
                return await stream.ReadAsync(new byte[4], 0, 4, token).ConfigureAwait(false);
            }
            """)
            .Compiles().Text.Should().Contain("void Fill(Stream target) => target.Write(new byte[1], 0, 1);", "Stream.Write takes no token")
            .And.Contain("stream.Read(new byte[4], 0, 4);")
            .And.Contain("using var copy").And.NotContain("await");

    [Fact]
    public void Returning_a_task_as_it_is_becomes_a_call_and_a_return()
        => Generated.FromMembers("""
            public Task ForgetAsync(bool really)
            {
                if (really)
                {
                    return _source.ClearAsync();
                }

                throw new InvalidOperationException();
            }
            """)
            .Compiles().Text.Should().Contain("_source.Clear();").And.Contain("public void Forget(bool really)");

    [Fact]
    public void The_documentation_goes_along_and_points_to_the_twins()
        => Generated.FromMembers("""
            /// <summary>Counts; see <see cref="ForgetAsync(CancellationToken)"/> and <see cref="IAsyncEnumerable{T}"/>.</summary>
            /// <param name="name">What to count.</param>
            /// <example><code>var n = await service.SizeAsync("a");</code></example>
            public Task<int> SizeAsync(string name) => _source.CountAsync(name);

            /// <inheritdoc cref="SizeAsync"/>
            public Task ForgetAsync(CancellationToken token = default) => _source.ClearAsync(token);
            """)
            .Compiles().Text.Should().Contain("""/// <summary>Counts; see <see cref="Forget(CancellationToken)"/> and <see cref="IEnumerable{T}"/>.</summary>""")
            .And.Contain("""/// <param name="name">What to count.</param>""")
            .And.Contain("""<code>var n = service.Size("a");</code>""")
            .And.Contain("""/// <inheritdoc cref="Size"/>""");

    [Fact]
    public void A_twin_that_returns_nothing_does_not_say_what_it_returns()
        => Generated.FromMembers("""
            /// <summary>Forgets.</summary>
            /// <returns>A task
            /// that ends.</returns>
            /// <exception cref="InvalidOperationException">Never.</exception>
            public Task ForgetAsync() => _source.ClearAsync();
            """)
            .Compiles()
            .Text.Should().NotContain("returns").And.NotContain("that ends").And.Contain("/// <exception").And.Contain("Forgets");

    [Fact]
    public void A_twin_written_by_hand_and_disposal_are_left_alone()
    {
        var generated = Generated.FromMembers("""
            public Task<int> SizeAsync(string name) => Task.WhenAny(_source.CountAsync(name)).Unwrap();
            public int Size(string name) => 1;
            public ValueTask DisposeAsync() => default;
            """);

        generated.Findings.Should().BeEmpty();
        generated.CompilerErrors.Should().BeEmpty();
        generated.Text.Should().BeEmpty();
    }

    [Fact]
    public void Nested_generic_types_in_several_files_are_completed_where_they_stand()
        => Generated.From("""
            namespace Outer
            {
                using System.Threading.Tasks;

                public partial class Box<T>
                {
                    [Valentina.GenerateSync]
                    internal sealed partial class Inner
                    {
                        public Task<T> GetAsync(T value) => Task.FromResult(value);
                    }
                }
            }
            """)
            .Compiles().Text.Should().Contain("partial class Box<T>").And.Contain("partial class Inner")
            .And.Contain("public T Get(T value) => value;");

    [Fact]
    public void An_unmarked_class_is_left_alone()
        => Generated.From("public partial class Plain { public System.Threading.Tasks.Task RunAsync() => System.Threading.Tasks.Task.CompletedTask; }")
            .Text.Should().BeEmpty();
}
