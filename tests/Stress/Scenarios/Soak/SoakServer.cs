using System.Globalization;
using System.Text;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Soak;

/// <summary>Answers everything the soak asks for and remembers nothing, so that what grows is the client's.</summary>
internal static class SoakServer
{
    public const int PageSize = 20;
    public const int ListLength = 60;
    public const int FileLength = 120_000;

    private static readonly byte[] File = Encoding.ASCII.GetBytes(new string('f', FileLength));
    private static readonly string Person = """{"id":"01a20190-cb47-7136-b945-f4bab262d58b","date_created":"2026-11-22T04:43:16.163644Z","date_modified":"2026-11-22T04:43:16.163651Z","username":"court","email":"court@example.com","role":"ADMIN"}""";

    public static void Answer(RawExchange exchange)
    {
        if (exchange.Header("Upgrade") is not null)
        {
            Stream(exchange);
            return;
        }

        exchange.ReadBody();
        var path = exchange.Target.Split('?')[0];
        var number = Guid.TryParse(path.Split('/')[^1], out var id) ? CompanyJson.NumberOf(id) : 0;
        switch (exchange.Method)
        {
            case "POST" when path.EndsWith("/upload", StringComparison.Ordinal):
                exchange.Answer($$"""{"id":"{{CompanyJson.Id(1)}}","date_created":"2026-11-22T04:43:31.574168Z","date_modified":"2026-11-22T04:43:31.574179Z","asset_type":"image","mime_type":"image/png","original_filename":"moon.png","public_url":"https://cdn.invalid/moon.png","company_id":"{{Clients.Company}}","uploaded_by_id":"{{Clients.Company}}"}""", 201);
                break;
            case "POST":
                exchange.Answer($"{{\"company\":{CompanyJson.One(1)},\"admin_user\":{Person}}}", 201);
                break;
            case "GET" when path.EndsWith("/download", StringComparison.Ordinal):
                exchange.WriteHead(File.Length, 200, "Content-Disposition: attachment; filename=\"logs.zip\"\r\n", "application/zip");
                exchange.Write(File);
                break;
            case "GET" when path.EndsWith("/companies", StringComparison.Ordinal):
                var offset = int.Parse(exchange.Target.Split("offset=")[1].Split('&')[0], CultureInfo.InvariantCulture);
                var items = string.Join(',', Enumerable.Range(offset, PageSize).Select(one => CompanyJson.One(one)));
                exchange.Answer($"{{\"items\":[{items}],\"limit\":{PageSize},\"offset\":{offset},\"total\":{ListLength}}}");
                break;
            default:
                One(exchange, number);
                break;
        }
    }

    /// <summary>Numbers below zero are answered wrongly, each in its way.</summary>
    private static void One(RawExchange exchange, int number)
    {
        switch (number)
        {
            case -1:
                exchange.Answer("""{"title":"Not Found","status":404,"detail":"No such company."}""", 404);
                break;
            case -2:
                exchange.Answer("<html>Oops</html>", 500);
                break;
            case -3:
                exchange.Answer("{\"id\":");
                break;
            case -4:
                exchange.WriteHead(5000);
                exchange.Write("{\"id\":");
                exchange.Reset();
                break;
            case -5:
                Thread.Sleep(3);
                exchange.Answer(CompanyJson.One(number));
                break;
            default:
                exchange.Answer(CompanyJson.One(number));
                break;
        }
    }

    private static void Stream(RawExchange exchange)
    {
        exchange.AcceptWebSocket();
        while (exchange.ReadFrame() is { } request)
        {
            if (request.Opcode == 8)
            {
                exchange.WriteFrame(request.Payload, 0x88);
                return;
            }

            for (var token = 0; token < 20; token++)
            {
                exchange.WriteFrame("{\"type\":\"token\",\"content\":\"Echo\"}");
            }

            exchange.WriteFrame("{\"type\":\"done\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1,\"total_tokens\":2},\"cost\":0.1,\"model\":\"haiku\"}");
        }
    }
}
