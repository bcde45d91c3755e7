using System.Globalization;
using System.Text;

namespace Valentina.Benchmarks.Pacing;

/// <summary>Requests over time as bars, those that were refused on top in another colour.</summary>
internal sealed class RequestPicture(PaceRun run, string title)
{
    private const int Width = 720;
    private const int Height = 260;
    private const int Left = 48;
    private const int Bottom = 220;
    private const int Top = 64;
    private const double Step = 0.5;
    private const double Seconds = 30;

    private readonly int _refused = run.Requests.Count(request => request.IsRefused);

    public string Summary
    {
        get
        {
            var last = run.Requests.Max(request => request.Second);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Requests.Count} requests, {_refused} refused, {run.Failed} calls failed, {last:0.0} s");
        }
    }

    public string ToSvg()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" role="img">
            <title>{title}: {Summary}</title>
            <rect width="{Width}" height="{Height}" fill="#ffffff"/>
            <text x="{Left}" y="24" font-size="15" font-weight="bold" fill="#1f2933">{title}</text>
            <text x="{Left}" y="44" font-size="12" fill="#52606d">{Summary}; answered blue, refused with 429 red</text>

            """);
        var columns = (int)(Seconds / Step);
        var bars = Enumerable.Range(0, columns).Select(Bar).ToList();
        var scale = (Bottom - Top) / (double)Math.Max(1, bars.Max(bar => bar.Answered + bar.Refused));
        for (var column = 0; column < columns; column++)
        {
            var x = Left + (column * (Width - Left - 16) / (double)columns);
            Rectangle(svg, x, Bottom, bars[column].Answered * scale, "#2f6fde");
            Rectangle(svg, x, Bottom - (bars[column].Answered * scale), bars[column].Refused * scale, "#d64545");
        }

        Axes(svg, bars.Max(bar => bar.Answered + bar.Refused));
        return svg.Append("</svg>\n").ToString();
    }

    private (int Answered, int Refused) Bar(int column)
    {
        var requests = run.Requests.Where(request => (int)(request.Second / Step) == column).ToList();
        var refused = requests.Count(request => request.IsRefused);
        return (requests.Count - refused, refused);
    }

    private static void Rectangle(StringBuilder svg, double x, double bottom, double height, string colour)
    {
        if (height > 0)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{x:0.0}\" y=\"{bottom - height:0.0}\" width=\"9\" height=\"{height:0.0}\" fill=\"{colour}\"/>\n");
        }
    }

    private static void Axes(StringBuilder svg, int highest)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""
            <line x1="{Left}" y1="{Bottom}" x2="{Width - 16}" y2="{Bottom}" stroke="#9aa5b1"/>
            <text x="{Left - 6}" y="{Top + 4}" font-size="11" text-anchor="end" fill="#52606d">{highest}</text>
            <text x="{Left - 6}" y="{Bottom}" font-size="11" text-anchor="end" fill="#52606d">0</text>

            """);
        for (var second = 0; second <= Seconds; second += 5)
        {
            var x = Left + (second * (Width - Left - 16) / Seconds);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x:0.0}\" y=\"{Bottom + 18}\" font-size=\"11\" text-anchor=\"middle\" fill=\"#52606d\">{second} s</text>\n");
        }
    }
}
