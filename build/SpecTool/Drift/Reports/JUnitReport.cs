using System.Xml;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Drift.Reports;

/// <summary>
/// For test dashboards: a test case for each finding, failed from the threshold on; one passed case where nothing was found.
/// </summary>
internal sealed class JUnitReport : IReportWriter
{
    /// <inheritdoc/>
    public void Write(DriftReport report, FailOn threshold, TextWriter output)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", CloseOutput = false, OmitXmlDeclaration = true };
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            foreach (var comparison in report.Comparisons)
            {
                Write(comparison, threshold, xml);
            }

            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static void Write(Comparison comparison, FailOn threshold, XmlWriter xml)
    {
        var title = Wording.Plain(comparison.Title);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", $"contract drift: {title}");
        xml.WriteAttributeString("tests", Wording.Number(Math.Max(comparison.Findings.Count, 1)));
        xml.WriteAttributeString("failures", Wording.Number(comparison.Findings.Count(finding => Fails(comparison, finding, threshold))));
        if (comparison.Findings.Count == 0)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", title);
            xml.WriteAttributeString("name", "no difference");
            xml.WriteEndElement();
        }

        foreach (var finding in comparison.Findings)
        {
            Write(finding, Fails(comparison, finding, threshold), title, xml);
        }

        xml.WriteEndElement();
    }

    private static bool Fails(Comparison comparison, Finding finding, FailOn threshold)
        => comparison.Announced is null && DriftReport.Reaches(finding.Level, threshold);

    private static void Write(Finding finding, bool fails, string title, XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", title);
        xml.WriteAttributeString("name", $"{finding.Rule.Id} {Wording.Where(finding)} {Wording.Plain(finding.Pointer)}");
        var text = $"{Wording.Change(finding)}\n{Wording.Plain(finding.Meaning)}\nMethods: {Wording.Methods(finding)}\nFingerprint: {finding.Fingerprint}";
        if (fails)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", Wording.Level(finding.Level));
            xml.WriteAttributeString("message", Wording.Plain(finding.Meaning));
            xml.WriteString(text);
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("system-out", text);
        }

        xml.WriteEndElement();
    }
}
