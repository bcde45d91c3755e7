namespace Valentina.Connection;

/// <summary>
/// An exception of the fakes that tells the author of a test what is wrong with it. It is about no call, so that it reaches them as it is.
/// </summary>
internal interface ITestFailure;
