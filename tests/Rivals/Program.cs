using Valentina.Rivals;
using Valentina.Rivals.Measuring;

// measure        everything, for docs/performance.md: minutes, on an idle machine
// gate           what .ci/run demands: allocated bytes, which noise does not change
// serve …        a server, in a process of its own; prints its address and ends with its input
// run WHO WHAT URL  one client, in a process of its own
switch (args)
{
    case ["measure"]:
        return await Measurements.PrintAsync();
    case ["gate"]:
        return await Gate.RunAsync();
    case ["serve", "bulk"]:
        return await BulkServer.RunAsync();
    case ["serve", var rows, var milliseconds]:
        return await StaticServer.RunAsync(int.Parse(rows), TimeSpan.FromMilliseconds(int.Parse(milliseconds)));
    case ["run", "sdk", var what, var address]:
        await SdkWork.RunAsync(what, new Uri(address));
        return 0;
    case ["run", var who, var what, var address]:
        await Work.RunAsync(who, what, new Uri(address));
        return 0;
    default:
        Console.Error.WriteLine("measure | gate");
        return 2;
}
