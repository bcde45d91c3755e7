using Microsoft.Extensions.Logging;
using Valentina.Services;

namespace Valentina.Client.Tests.Services;

/// <summary>The process's default client and the 17 factories over it.</summary>
[Collection(nameof(DefaultClientCollection))]
public sealed class DefaultClientTests : IDisposable
{
    private static readonly Guid Company = Guid.NewGuid();
    private static readonly Guid User = Guid.NewGuid();
    private static readonly Guid Id = Guid.NewGuid();

    public DefaultClientTests() => ValentinaServices.Use(null);

    public void Dispose() => ValentinaServices.Use(null);

    [Fact]
    [Trait("Defect", "D57")]
    public void Without_a_default_the_message_names_calls_that_exist()
        => FluentActions.Invoking(() => ValentinaServices.Companies()).Should().Throw<InvalidOperationException>()
            .WithMessage("*new ValentinaClient(*").WithMessage("*ValentinaServices.Use(client)*");

    [Fact]
    public void The_last_client_made_is_the_default()
    {
        using var first = Make();
        using var second = Make();

        ValentinaServices.Client.Should().BeSameAs(second);
    }

    [Fact]
    public void A_client_may_stand_aside()
    {
        using var first = Make();
        using var second = Make(setAsDefault: false);

        ValentinaServices.Client.Should().BeSameAs(first);
    }

    [Fact]
    public void Disposing_the_default_ends_it_and_disposing_another_does_not()
    {
        using var first = Make();
        using var second = Make();

        first.Dispose();
        ValentinaServices.Client.Should().BeSameAs(second);
        second.Dispose();
        FluentActions.Invoking(() => ValentinaServices.Client).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    [Trait("Defect", "D56")]
    public void Replacing_a_live_default_logs_a_warning()
    {
        var log = new ListLoggerFactory();
        using var first = Make(log);
        log.Entries.Should().NotContain(entry => entry.Level == LogLevel.Warning);

        using var second = Make(log);

        log.Entries.Should().ContainSingle(entry => entry.Level == LogLevel.Warning && entry.Event.Name == "DefaultClientReplaced")
            .Which.Category.Should().Be("Valentina.Client");
    }

    [Fact]
    public void Replacing_a_disposed_default_logs_nothing()
    {
        var log = new ListLoggerFactory();
        Make(log).Dispose();
        using var second = Make(log);

        log.Entries.Should().NotContain(entry => entry.Level == LogLevel.Warning);
    }

    [Fact]
    [Trait("Defect", "D56")]
    public void Any_number_of_threads_may_make_use_and_close_clients()
    {
        var errors = new List<Exception>();
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (var round = 0; round < 50; round++)
            {
                using var client = Make();
                try
                {
                    ValentinaServices.Campaigns(User, Company).Should().NotBeNull();
                }
                catch (InvalidOperationException)
                {
                    // Another thread closed what was the default for a moment.
                }
                catch (Exception ex)
                {
                    lock (errors)
                    {
                        errors.Add(ex);
                    }
                }
            }
        })
        { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.Should().OnlyContain(thread => thread.Join(TimeSpan.FromSeconds(30)));

        errors.Should().BeEmpty();
        FluentActions.Invoking(() => ValentinaServices.Client).Should().Throw<InvalidOperationException>("every client was closed");
    }

    [Fact]
    [Trait("Defect", "D61")]
    public void All_seventeen_factories_work_with_ids_given_by_name()
    {
        using var client = Make();

        ValentinaService[] services =
        [
            ValentinaServices.Companies(), ValentinaServices.Developer(), ValentinaServices.GlobalAdmin(), ValentinaServices.System(),
            ValentinaServices.UserLookup(),
            ValentinaServices.Identity(companyId: Company), ValentinaServices.Options(companyId: Company),
            ValentinaServices.Dictionary(companyId: Company),
            ValentinaServices.CharacterBlueprint(companyId: Company), ValentinaServices.Users(actingAs: User, companyId: Company),
            ValentinaServices.Campaigns(actingAs: User, companyId: Company),
            ValentinaServices.Books(campaignId: Id, actingAs: User, companyId: Company),
            ValentinaServices.Chapters(campaignId: Id, bookId: Id, actingAs: User, companyId: Company),
            ValentinaServices.Characters(actingAs: User),
            ValentinaServices.CharacterTraits(characterId: Id, actingAs: User), ValentinaServices.CharacterAutogen(actingAs: User),
            ValentinaServices.DiceRolls(actingAs: User),
        ];

        services.Select(service => service.GetType()).Should().OnlyHaveUniqueItems().And.HaveCount(17);
    }

    private static ValentinaClient Make(ILoggerFactory? log = null, bool setAsDefault = true)
        => new(new ValentinaOptions { BaseUrl = "https://valentina.example", ApiKey = "key", SetAsDefault = setAsDefault }, log);
}
