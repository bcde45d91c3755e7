// What a program does with both services, for publishing it trimmed and native (.ci/native):
//   tour VALENTINA_URL VALENTINA_KEY CLAUDE_URL CLAUDE_KEY    everything once
//   first VALENTINA_URL VALENTINA_KEY                         one call, for the time of a cold start
//   serve                                                     the fakes, until the standard input ends (not in a published one)
using NativeConsole;

switch (args)
{
    case ["tour", var url, var key, var claudeUrl, var claudeKey]:
        await using (var tour = new Tour(url, key, claudeUrl, claudeKey))
        {
            return await tour.GoAsync();
        }

    case ["first", var url, var key]:
        return await FirstAnswer.GetAsync(url, key);
#if !PUBLISHED
    case ["serve"]:
        return await Fakes.ServeAsync();
#endif
    default:
        Console.Error.WriteLine("What shall it do? See Program.cs.");
        return 2;
}
