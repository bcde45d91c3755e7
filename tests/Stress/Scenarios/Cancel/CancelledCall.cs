using System.Globalization;

namespace Valentina.Stress.Scenarios.Cancel;

/// <summary>One call: what ends it, and whether it ended as it may.</summary>
internal sealed class CancelledCall
{
    /// <summary>A call that nobody ended has this much time; more would be a hang.</summary>
    private static readonly TimeSpan Unlimited = TimeSpan.FromMinutes(2);

    public required int Number { get; init; }

    public required int Form { get; init; }

    public required bool IsSecure { get; init; }

    /// <summary>After how many microseconds the token is cancelled; null never.</summary>
    private int? Token { get; init; }

    /// <summary>The time of the attempt in microseconds; null for no limit to speak of.</summary>
    private int? Attempt { get; init; }

    /// <summary>The time of the call in milliseconds; 0 for no limit to speak of.</summary>
    private int Total { get; init; }

    public static CancelledCall Draw(int number, Random chances, int latest)
    {
        // A quarter each by token, attempt and call, a tenth by token and attempt; the rest is left alone.
        var way = chances.Next(100);
        return new()
        {
            Number = number,
            Form = chances.Next(TaggedAnswers.Forms.Length),
            IsSecure = chances.Next(3) == 0,
            Token = way is < 25 or (>= 60 and < 70) ? chances.Next(latest + 1) : null,
            Attempt = way is >= 25 and < 45 or (>= 60 and < 70) ? chances.Next(100, latest + 1) : null,
            Total = way is >= 45 and < 60 ? chances.Next(1, (latest / 1000) + 1) : 0,
        };
    }

    public void Run(CancelClients clients, Tally tally)
    {
        tally.Count("calls");
        using var source = Token is { } microseconds
            ? new CancellationTokenSource(TimeSpan.FromMicroseconds(microseconds))
            : new CancellationTokenSource();
        var id = "";
        var options = new RequestOptions { OnResponse = info => id = info.RequestId ?? "" };
        if (Total == 0)
        {
            options.Timeout = Attempt is { } limit ? TimeSpan.FromMicroseconds(limit) : Unlimited;
        }

        try
        {
            var page = clients.For(IsSecure, Total).Companies.GetPage(Form + 1, Number, options, source.Token);
            tally.Count("answered");
            if (id != string.Create(CultureInfo.InvariantCulture, $"call-{Number}") || !TaggedAnswers.Fits(page, Number))
            {
                tally.Violate("foreign answer", $"{this} got {id} with a body of {page.Items.Count} items, the first of tag {page.Items.Select(item => Servers.CompanyJson.NumberOf(item.Id)).FirstOrDefault(-1)}");
            }
        }
        catch (OperationCanceledException ex)
            when (Token is not null && source.IsCancellationRequested && ex.CancellationToken == source.Token)
        {
            tally.Count("cancelled");
        }
        catch (RequestTimeoutException ex) when (ex.IsTotal ? Total > 0 : Attempt is not null)
        {
            tally.Count("timed out");
        }
        catch (Exception ex)
        {
            tally.Violate(
                Token is null && Attempt is null && Total == 0 ? "failed without being cancelled" : $"ended as {ex.GetType().Name}",
                $"{this}: {ex}");
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"call {Number}, {TaggedAnswers.Forms[Form]}{(IsSecure ? " over TLS" : "")}, token after {Token?.ToString(CultureInfo.InvariantCulture) ?? "-"} us, attempt of {Attempt?.ToString(CultureInfo.InvariantCulture) ?? "-"} us, total of {Total} ms");
}
