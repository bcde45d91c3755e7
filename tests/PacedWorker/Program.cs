using Microsoft.Extensions.DependencyInjection;
using Valentina;

// Arguments: the service's address, the key, the company, Redis, how many workers, how many calls. After a first call of each worker, which
// learns the limits, opens the connections and compiles the code, it says that it is ready and waits for a line: a process that starts late
// on a busy machine would know nothing of the limits yet, and the server's full bucket does not grow while first requests are on their way.
var (address, key, company, redis) = (args[0], args[1], Guid.Parse(args[2]), args[3]);
var (workers, left) = (int.Parse(args[4]), int.Parse(args[5]));
var services = new ServiceCollection();
services
    .AddValentina(options =>
    {
        options.BaseUrl = address;
        options.ApiKey = key;
        options.TotalTimeout = TimeSpan.FromMinutes(2);

        // While Redis is away the processes find out by refusals how much of the pace is theirs.
        options.MaxRetries = 8;
    })
    .AddRedisPacing(redis);
await using var provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<ValentinaClient>();
await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => CallAsync(worker))));
Console.WriteLine("ready");
Console.ReadLine();
var (done, failed) = (0, 0);
await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
{
    while (Interlocked.Decrement(ref left) >= 0)
    {
        try
        {
            await CallAsync(worker);
            Interlocked.Increment(ref done);
        }
        catch (ValentinaException ex)
        {
            Interlocked.Increment(ref failed);
            Console.Error.WriteLine(ex.Message);
        }
    }
})));
Console.WriteLine($"{done} done, {failed} failed");

// Every other worker is a synchronous one.
async Task CallAsync(int worker) => _ = worker % 2 == 0 ? await client.Companies.GetAsync(company) : client.Companies.Get(company);
