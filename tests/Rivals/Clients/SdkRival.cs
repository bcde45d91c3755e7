namespace Valentina.Rivals.Clients;

/// <summary>This SDK, asynchronous or synchronous.</summary>
internal sealed class SdkRival(Uri address, bool isSynchronous) : IRival
{
    private static readonly Guid Id = Guid.Parse("01a20162-68a9-761b-9438-e7c3c4072b6c");

    private readonly ValentinaClient _client = new(
        new ValentinaOptions { BaseUrl = address.ToString(), ApiKey = "k", SetAsDefault = false });

    public async Task<object> GetAsync() => isSynchronous ? _client.Companies.Get(Id) : await _client.Companies.GetAsync(Id);

    public async Task<int> ListAsync()
        => isSynchronous ? _client.Companies.ListAll().Count : (await _client.Companies.ListAllAsync()).Count;
}
