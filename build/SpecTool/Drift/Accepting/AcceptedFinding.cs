namespace Valentina.SpecTool.Drift.Accepting;

/// <summary>A finding somebody decided to live with for a while.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Fingerprint">The finding's fingerprint.</param>
/// <param name="Api">The API it was found in.</param>
/// <param name="Id">The finding's id, for the reader of the file.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Until">The last day it is accepted on.</param>
public sealed record AcceptedFinding(int Index, string Fingerprint, string Api, string Id, string Reason, DateOnly Until);
