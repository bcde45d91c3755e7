namespace Valentina.Rivals.Clients;

/// <summary>A client: one company, and the whole list of them in pages of 100.</summary>
internal interface IRival
{
    Task<object> GetAsync();

    Task<int> ListAsync();
}
